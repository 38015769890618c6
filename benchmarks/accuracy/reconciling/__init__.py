"""Which reports are of one event, who has it from whom, which figures conflict: labelled cases and their scores."""
