"""The weights of the model, one file a question; what each was fitted on stands in the file."""
