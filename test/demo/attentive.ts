import type { PhoneCall } from '../../demo/phoneCall.ts';

/** A caller who lets the line speak out: whatever they do, they hear every breath of the answer. */
export function attentive(call: PhoneCall): PhoneCall {
  const { press, speak, wait } = call;
  call.press = async (keys) => {
    await press.call(call, keys);
    await call.hearsOut();
  };
  call.speak = async (words, confidence) => {
    await speak.call(call, words, confidence);
    await call.hearsOut();
  };
  call.wait = async () => {
    await wait.call(call);
    await call.hearsOut();
  };
  return call;
}
