"""Drawings for the pages: vector graphics whose colours the page's style gives, with links in them."""
