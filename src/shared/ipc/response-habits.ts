import { z } from 'zod';

/** Of this many responses the use is kept; the least recently used leave first. */
const MOST = 500;

const idSchema = z.string().min(1).max(200);

/** How an agent works with standard responses (UI-6): what they marked, and what they used when and how often. */
export const responseHabitsSchema = z.object({
  favourites: z.array(idSchema).max(MOST).readonly(),
  /** The most recently used first. */
  used: z
    .array(z.object({ id: idSchema, times: z.int().positive() }))
    .max(MOST)
    .readonly(),
});
export type ResponseHabits = z.infer<typeof responseHabitsSchema>;

export const noHabits: ResponseHabits = { favourites: [], used: [] };

/** After one more use of a response. */
export function withUse(habits: ResponseHabits, id: string): ResponseHabits {
  const times = (habits.used.find((entry) => entry.id === id)?.times ?? 0) + 1;
  const others = habits.used.filter((entry) => entry.id !== id);
  return { ...habits, used: [{ id, times }, ...others].slice(0, MOST) };
}

/** With a response among the favourites, at their end, or without it. */
export function withFavourite(habits: ResponseHabits, id: string, on: boolean): ResponseHabits {
  const others = habits.favourites.filter((entry) => entry !== id);
  return { ...habits, favourites: on ? [...others, id].slice(-MOST) : others };
}

/** What pages tell of them. */
export const responseHabitChannels = {
  'response.used': { params: z.object({ id: idSchema }), result: z.object({}) },
  'response.favourite': { params: z.object({ id: idSchema, on: z.boolean() }), result: z.object({}) },
} as const;
