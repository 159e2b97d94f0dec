"""The command's verbs, one small file for each group. Each imports its room only when it is used."""
