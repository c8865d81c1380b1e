/** What a person who reads French is told of an operator; its saved name stays as it is. */
export interface OperatorInFrench {
  readonly title: string;
  readonly help: string;
  /** Other words a person may look for. */
  readonly words: readonly string[];
}
