/**
 * How French for what the packages say is written down. A key is a template as it stands in their sources, with its values counted:
 * '{0} has no operand {1}.'. The same values stand in the French, in any order. What stands there is kept as it is, unless it is said to be a
 * phrase itself: `{0:shape}` is one of the group `shape`, and `{0:place?}` one of the group `place`, or a name that is kept.
 */
export type Phrases = Readonly<Record<string, string>>;

/** Phrases by what they are: whole sentences, and parts that stand within others. */
export type Groups = Readonly<Record<string, Phrases>>;
