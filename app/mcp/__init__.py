"""The same reads for language-model agents: fixed, read-only tools over the Model Context Protocol."""
