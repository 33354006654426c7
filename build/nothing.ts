/** What stands in a page where a package asks for something that no page needs. */
export default undefined;
export const Buffer = undefined;
/** The client of the other protocol is made from it as the page loads, and never used. */
export class WebSocketClient {}
