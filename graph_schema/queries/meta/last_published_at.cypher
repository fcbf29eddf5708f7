// When the newest article was published; the embedded engine finds the largest sooner than the first in an order.
MATCH (a:Article)
RETURN max(a.published_at) AS moment
