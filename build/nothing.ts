/** The replacement for packages that our pages' packages ask for but do not need. */
export default undefined;
export const Buffer = undefined;
/** The client of the other protocol is constructed when the page loads, but never used. */
export class WebSocketClient {}
