import axios, { isAxiosError } from 'axios';
import { ok, type Result, refuse } from '#shared/result.ts';

/** What trial mode must know of the sample channel in the option files, to play the part of its provider. */
export interface TrialChannel {
  readonly name: string;
  readonly phoneNumberId: string;
  readonly accessToken: string;
  readonly verifyToken: string;
}

/**
 * Points the simulator's webhooks at the embedded server, as an administrator does with Meta (section 3 of the Cloud
 * API facts: `webhook_configuration`), and lets its sample customers begin. Both over HTTP, like anybody.
 */
export async function connectTrial(
  simulatorUrl: string,
  serverUrl: string,
  channel: TrialChannel,
  scenario: string,
): Promise<Result<Record<string, never>>> {
  const client = axios.create({ baseURL: simulatorUrl, timeout: 10_000 });
  try {
    await client.post(
      `/${channel.phoneNumberId}`,
      {
        webhook_configuration: {
          override_callback_uri: `${serverUrl}/webhooks/whatsapp/${channel.name}`,
          verify_token: channel.verifyToken,
        },
      },
      { headers: { authorization: `Bearer ${channel.accessToken}` } },
    );
    await client.post(`/control/scenarios/${scenario}/start`, {});
    return ok({});
  } catch (error) {
    const why = isAxiosError(error) ? `${error.message} ${JSON.stringify(error.response?.data ?? '')}` : String(error);
    return refuse('trial-not-connected', `The sample customers could not be connected to the messaging server: ${why}`);
  }
}
