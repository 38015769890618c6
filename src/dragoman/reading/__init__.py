"""Document to statements: a pure function, and the only place that knows the encoder."""
