"""The outputs for machines: gold files, schemas, and what each consumer asks for."""
