/**
 * One step of the database's schema. Numbered in tens; never edited once released, a later one corrects it.
 */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}
