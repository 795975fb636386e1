import { z } from 'zod';
import { claim } from './claim-names.js';
import { parseSender, type Sender } from './parse-launch.js';

/** What a platform wants chosen, and where the choice goes (LTI Deep Linking 2.0, 3.4.1). */
export interface DeepLinkingSettings {
  readonly returnUrl: string;
  readonly acceptTypes: readonly string[];
  readonly acceptMultiple: boolean;
  /** Null when the platform does not say. */
  readonly acceptLineItem: boolean | null;
  /** To be echoed exactly; undefined when there is nothing to echo. */
  readonly data: unknown;
}

export interface DeepLinkingRequest extends Sender {
  readonly settings: DeepLinkingSettings;
}

const flag = z.boolean().nullish().catch(null);

const settings = z.object({
  deep_link_return_url: z.url({ protocol: /^https?$/ }).max(8_000),
  accept_types: z.array(z.string()),
  accept_presentation_document_targets: z.array(z.string()),
  accept_multiple: flag,
  accept_lineitem: flag,
  data: z.unknown().optional(),
});

/** The settings of a deep-linking request; null when they lack what they must have. */
export function parseSettings(payload: Readonly<Record<string, unknown>>): DeepLinkingSettings | null {
  const parsed = settings.safeParse(payload[claim.deepLinkingSettings]);
  if (!parsed.success) return null;
  const { data } = parsed;
  return {
    returnUrl: data.deep_link_return_url,
    acceptTypes: data.accept_types,
    acceptMultiple: data.accept_multiple ?? false,
    acceptLineItem: data.accept_lineitem ?? null,
    data: data.data,
  };
}

/** Reads the claims of a verified deep-linking request; null when they lack what it must have. */
export function parseDeepLinking(payload: Readonly<Record<string, unknown>>): DeepLinkingRequest | null {
  const sender = parseSender(payload);
  const found = parseSettings(payload);
  return sender && found ? { ...sender, settings: found } : null;
}
