"""The network as it is trained: a small encoder and three heads that read its hidden states."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from transformers import BertModel

from graph_schema.vocabulary import Act
from ingest.tagging.decoding import LABELS
from ingest.tagging.network import REACH

PAIR, STANCES = 192, 3


class Judged(NamedTuple):
    """Logits of statements: act, stance, topics (each on its own) and main topic (one of them)."""

    act: Tensor
    stance: Tensor
    topics: Tensor
    main_topic: Tensor


class Arguments(nn.Module):
    """Scores each piece as content or source of each cue from both and their distance."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.piece, self.cue, self.gate = (nn.Linear(hidden, PAIR) for _ in range(3))
        self.distance = nn.Embedding(2 * REACH + 1, PAIR)
        self.product = nn.Linear(PAIR, PAIR, bias=False)
        self.drop, self.out = nn.Dropout(0.2), nn.Linear(PAIR, LABELS)

    def forward(self, hidden: Tensor, cues: Tensor, distance: Tensor) -> Tensor:
        """Hidden [n, h], cues [k, n] pooling weights, distance [k, n] -> logits [k, n, 5]."""
        pieces, pooled = self.piece(hidden), cues @ hidden
        mixed = pieces[None] + self.cue(pooled)[:, None] + self.distance(distance)
        mixed = mixed + self.product(pieces)[None] * torch.tanh(self.gate(pooled))[:, None]
        return self.out(self.drop(torch.relu(mixed)))


class Judge(nn.Module):
    """Says act, stance and topics of statements from content, cue and window, each averaged.

    Topics are compared with the encoder's own reading of their descriptions, where training starts from.
    """

    def __init__(self, hidden: int, topics: Tensor) -> None:
        super().__init__()
        self.inner, self.drop = nn.Linear(3 * hidden, hidden), nn.Dropout(0.3)
        self.act, self.stance = nn.Linear(hidden, len(Act)), nn.Linear(hidden, STANCES)
        self.subject = nn.Linear(3 * hidden, hidden)
        nn.init.zeros_(self.subject.weight)
        with torch.no_grad():
            self.subject.weight[:, :hidden] = torch.eye(hidden)
        self.topics, self.main_topic = _towards(topics, -4.0), _towards(topics, 0.0)

    def forward(self, hidden: Tensor, contents: Tensor, cues: Tensor) -> Judged:
        """Hidden [n, h], contents and cues [k, n] pooling weights -> logits, k rows each."""
        window = hidden.mean(0, keepdim=True).expand(contents.shape[0], -1)
        seen = torch.cat([contents @ hidden, cues @ hidden, window], -1)
        inner = self.drop(torch.relu(self.inner(seen)))
        subject = self.drop(nn.functional.normalize(self.subject(seen), dim=-1))
        return Judged(self.act(inner), self.stance(inner), self.topics(subject), self.main_topic(subject))


class TaggerModel(nn.Module):
    """Encoder, first layer, arguments, judge."""

    def __init__(self, encoder: Path, topics: Tensor) -> None:
        super().__init__()
        # No dropout on attention: drawing it costs more than the attention itself on a CPU.
        self.encoder = BertModel.from_pretrained(
            encoder, add_pooling_layer=False, attn_implementation="eager", attention_probs_dropout_prob=0.0
        )
        # Word vectors stay as they are: words that the articles lack keep their neighbours.
        self.encoder.embeddings.word_embeddings.weight.requires_grad = False
        size = self.encoder.config.hidden_size
        self.drop, self.tags = nn.Dropout(0.1), nn.Linear(size, LABELS)
        self.arguments, self.judge = Arguments(size), Judge(size, topics)

    def encode(self, ids: Tensor, mask: Tensor | None = None) -> Tensor:
        """Ids [b, n] -> hidden states [b, n, h]."""
        hidden: Tensor = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        return self.drop(hidden)


def average(one: TaggerModel, other: TaggerModel) -> TaggerModel:
    """Return a model whose weights lie midway between two rounds of one training."""
    halfway, weights = copy.deepcopy(one), other.state_dict()
    halfway.load_state_dict(
        {
            name: torch.lerp(value, weights[name], 0.5) if value.is_floating_point() else value
            for name, value in one.state_dict().items()
        }
    )
    return halfway


def topic_vectors(encoder: Path, tokenized: list[list[int]]) -> Tensor:
    """Return the encoder's unit vector of each topic description, [topics, h]."""
    model = BertModel.from_pretrained(encoder, add_pooling_layer=False).eval()
    with torch.no_grad():
        means = [model(input_ids=torch.tensor([ids])).last_hidden_state[0].mean(0) for ids in tokenized]
    return nn.functional.normalize(torch.stack(means), dim=-1)


def _towards(vectors: Tensor, bias: float) -> nn.Linear:
    layer = nn.Linear(vectors.shape[1], vectors.shape[0])
    with torch.no_grad():
        layer.weight.copy_(8 * vectors)
        layer.bias.fill_(bias)
    return layer
