import { type Scenario, scenarioSchema } from './schema.ts';
import trial from './trial.json' with { type: 'json' };

/** The scenarios that come with the simulator, by name. To add one: its JSON file here, and a line below. */
export const scenarios: ReadonlyMap<string, Scenario> = new Map(
  [trial].map((source) => scenarioSchema.parse(source)).map((scenario) => [scenario.name, scenario]),
);
