/** What of the emoji data is looked at here; the rest is the picker's. */
export interface EmojiData {
  readonly emojis: Record<string, { readonly skins: readonly { readonly native?: string }[] }>;
  categories: { readonly id: string; readonly name?: string; readonly emojis: string[] }[];
  /** Put there by the picker, once it has read the data. */
  originalCategories?: EmojiData['categories'];
}

export interface TeamEmoji {
  readonly emoji: string;
  readonly name: string;
}

export const TEAM = 'team';

/**
 * Puts the organisation's own set before all others, in place of one that was there. Those the data knows stand there
 * by their ids, so that they have their skin tones; others as they are. In place: the picker reads its data only once.
 */
export function putTeamFirst(data: EmojiData, title: string, team: readonly TeamEmoji[]): void {
  const others = (data.originalCategories ?? data.categories).filter(({ id }) => id !== TEAM);
  const ids = team.map((one) => knownId(data, one.emoji) ?? addOwn(data, one));
  const categories = ids.length === 0 ? others : [{ id: TEAM, name: title, emojis: [...new Set(ids)] }, ...others];
  data.categories = categories;
  if (data.originalCategories) data.originalCategories = categories;
}

function knownId(data: EmojiData, emoji: string): string | undefined {
  const plain = withoutSelector(emoji);
  return Object.entries(data.emojis).find(([, { skins }]) =>
    skins.some(({ native = '' }) => withoutSelector(native) === plain),
  )?.[0];
}

/** A heart with and one without the mark that asks for its colours is the same heart. */
function withoutSelector(emoji: string): string {
  return emoji.replaceAll('\uFE0F', '');
}

function addOwn(data: EmojiData, { emoji, name }: TeamEmoji): string {
  const id = `${TEAM}-${emoji}`;
  const own = { id, name, keywords: [name], version: 1, skins: [{ native: emoji }] };
  data.emojis[id] = own;
  return id;
}
