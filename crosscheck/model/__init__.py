"""The records that flow through crosscheck, from a document to a report.

Standard library only.  Every record is frozen and hashable: tuples all the way down.  Offsets are
half-open and count Unicode code points.
"""
