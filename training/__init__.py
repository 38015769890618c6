"""How the encoder is made: authored sentences, public sets, recipe, export."""
