"""Fits the weights of the model to pairs of documents with gold judgements; needs a checkout, and is in no wheel."""
