// What the filters of questions and of the ledger ask: does a text hold all these words?

export const holds = (text, words) =>
  words.toLowerCase().split(/\s+/).every((word) => text.includes(word));
