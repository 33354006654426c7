import { createHash } from 'node:crypto';
import type { Awaited } from '../../dialogs/prompts/awaited.ts';
import type { Heard } from '../../dialogs/understanding/heard.ts';
import { seal } from '../../services/contract/sealedEnvelope.ts';
import type { Delivery } from '../turn/delivery.ts';
import { itemIn } from './itemInText.ts';

/**
 * Seals a typed item of authentication information. For a wrong format only the problem is returned, never the item.
 */
export async function sealItem(
  text: string,
  { item, authenticationRequest }: Awaited & { what: 'authenticationItem' },
  delivery: Delivery,
): Promise<Heard> {
  const checked = itemIn(item, text, authenticationRequest.passwordLengths);
  if (checked.problem !== undefined) {
    return { what: 'itemProblem', item, problem: checked.problem, count: checked.count };
  }
  const { id, attempt } = authenticationRequest;
  const envelopeId = envelopeIdOf(delivery, [id, item, String(attempt)]);
  const envelope = await seal(checked.value, {
    authenticationRequest,
    item,
    ...(envelopeId !== undefined && { envelopeId }),
  });
  return { what: 'sealedItem', sealed: { authenticationRequest: id, item, attempt, envelope } };
}

/**
 * The same delivery is sealed under the same id, be it to another process after its own has died: the processor then
 * knows what it was given and tells the true outcome once more.
 * @returns a UUID (RFC 9562, version 8); undefined where the channel gives its deliveries no id
 */
function envelopeIdOf({ id, reference }: Delivery, sealedFor: string[]): string | undefined {
  if (id === undefined) return undefined;
  const named = JSON.stringify([reference.channelId, reference.conversation.id, id, ...sealedFor]);
  const bytes = createHash('sha256').update(named).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
