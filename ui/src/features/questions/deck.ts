/** The order and the filters of questions. Pure. */
import type { Contact, Outcome, Place, QuestionView, RequirementView, ScopingFact } from '../../api/generated/wire';

/** One card: a question of a requirement. */
export interface Card { requirement: RequirementView; question: QuestionView; key: string }
export interface Filter {
  search: string; dueOnly: boolean; openOnly: boolean; fr: number | null; comeBack: boolean; contact: Contact | null;
  place: Place | null;
}

export const keyOf = (requirement: string, question: string): string => `${requirement}/${question}`;

/** Still open: nobody chose, no overruling outcome stands in for the choice, and no absent fact makes it void. */
export function isOpen(card: Card): boolean {
  if (card.requirement.not_needed) return false;
  const answer = card.requirement.effective;
  return !answer || (!answer.overrule && !answer.choices[card.question.id]);
}

/** What this one question was answered with; a decision of the assessor stands for all questions of its requirement. */
export function outcomeOf(card: Card): Outcome {
  const answer = card.requirement.effective;
  if (!answer || answer.overrule) return card.requirement.outcome;
  const chosen = answer.choices[card.question.id];
  return card.question.choices.find((choice) => choice.id === chosen)?.outcome ?? 'open';
}

/** How many due requirements each scoping fact decides. */
export function dueByFact(requirements: readonly RequirementView[]): { [fact in ScopingFact]?: number } {
  const due: { [fact in ScopingFact]?: number } = {};
  for (const { needs } of requirements.filter((one) => one.due)) if (needs) due[needs] = (due[needs] ?? 0) + 1;
  return due;
}

/** Somebody wants to return to it, here or where the answer comes from. */
export const comesBack = ({ requirement }: Card): boolean =>
  Boolean(requirement.own?.come_back || requirement.effective?.come_back);

export function deckOf(requirements: readonly RequirementView[]): Card[] {
  return requirements.flatMap((requirement) =>
    requirement.questions.map((question) => ({ requirement, question, key: keyOf(requirement.id, question.id) })),
  );
}

export function filtered(deck: readonly Card[], filter: Filter): Card[] {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  return deck.filter((card) => {
    const { requirement, question } = card;
    if (filter.dueOnly && !requirement.due) return false;
    if (filter.openOnly && !isOpen(card)) return false;
    if (filter.comeBack && !comesBack(card)) return false;
    if (filter.fr !== null && requirement.fr !== filter.fr) return false;
    if (filter.contact !== null && !question.ask.includes(filter.contact)) return false;
    if (filter.place !== null && !question.at.includes(filter.place)) return false;
    const text = `${requirement.id} ${requirement.title} ${question.text}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The neighbour of a card; when the card itself was filtered away, the first one after its old place. */
export function neighbour(all: readonly Card[], shown: readonly Card[], key: string | null, step: 1 | -1): Card | undefined {
  const at = all.findIndex((card) => card.key === key);
  const place = new Map(all.map((card, index) => [card.key, index]));
  const where = (card: Card) => place.get(card.key) ?? -1;
  return step === 1 ? (shown.find((card) => where(card) > at) ?? shown.at(-1)) : (shown.findLast((card) => where(card) < at) ?? shown[0]);
}
