"""Who says so: sources, cues and contents, over sentences, turns and whole texts."""
