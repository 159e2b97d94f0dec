"""What the manuals say, made searchable and kept as whole, checked generations on disk.

contents      what goes in: manuals, chapters, passages and the typed objects read from them
words         text into terms; terms into stems
definitions   "Multi-Agency Safeguarding Hub (MASH)": abbreviations that a manual explains
dense         vectors (FAISS, flat, exact)
lexical       stemmed BM25
fusion        two scores into one
vectors       the cache that lets a reindex embed only what changed
files         build and open a generation
publication   the one pointer to the published generation; roll back
"""
