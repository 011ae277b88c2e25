"""A second reader, on request: a language model that chooses among passages and never invents.

A claim that is still open is put as a small question (`question`); what comes back is read strictly (`answer`) and kept
(`store`); `apply` revises a judgement by it, once crosscheck itself has compared the values.  Only `ask` opens a socket.
"""
