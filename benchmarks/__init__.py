"""Signpost measured: beside what a user would pick instead, as manuals grow, and from question to answer.

peers/         one small program a tool, each run in an environment of its own, all with one protocol
contenders     which tools there are, what each is and what it needs
environments   makes and fills the tools' environments
running        one tool's program at a time, in rounds whose order turns
scoring        what the programs printed, into figures
tables         figures, for people
comparison     the whole comparison, from a folder of questions to its figures
incremental    a reindex after one chapter changed
answering      from a question to its answer
"""
