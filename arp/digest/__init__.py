"""The digest of a month: what changed, for people who do not open the app.

    lake ─found─▶ Found (judged months, gates, feeds, changes) ─compose─▶ Digest ─▶ e-mail, text

digest      what a digest is made of: parts with lines, each a word and a sentence
found       what a lake says of a month
published   published figures that moved, of every set
composing   the digest of what was found
"""
