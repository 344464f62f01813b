"""Commitments (toezeggingen) that letters make: found by rules in running text, tables and decision notes.

Pure: provisions in, values out. What is found is proposed, never a fact; whether it is a commitment and what
became of it is for people. See `letters` for the whole, `sentences` for one sentence, `due` for terms.
"""

from corpus.commitments.facts import matched as matched
from corpus.commitments.letters import READ_KINDS as READ_KINDS
from corpus.commitments.letters import Letter as Letter
from corpus.commitments.letters import commitments_of as commitments_of
from corpus.commitments.merging import merged as merged
from corpus.commitments.values import Due as Due
from corpus.commitments.values import DueSort as DueSort
from corpus.commitments.values import Passage as Passage
from corpus.commitments.values import ReadCommitment as ReadCommitment
from corpus.commitments.values import Rule as Rule
from corpus.commitments.values import Sort as Sort
from corpus.commitments.values import Sureness as Sureness
