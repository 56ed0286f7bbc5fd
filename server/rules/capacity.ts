import type { AgentConfig, CapacityRuleConfig } from '../engine/config.ts';

/**
 * How many interactions of a media type an agent may have at once (SRV-5). Without a capacity rule: one voice call
 * and nothing else, as Workspace Desktop Edition has it, so nothing for messaging.
 */
export function capacityOf(
  agent: Pick<AgentConfig, 'capacityRule'>,
  rules: readonly CapacityRuleConfig[],
  mediaType: string,
): number {
  const rule = rules.find((entry) => entry.name === agent.capacityRule);
  if (!rule) return mediaType === 'voice' ? 1 : 0;
  return Math.max(0, rule.media[mediaType] ?? 0);
}
