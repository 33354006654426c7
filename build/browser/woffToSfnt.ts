import { inflateSync } from 'node:zlib';

/** Unpacks a WOFF 1.0 font (W3C Recommendation, sections 3 to 5) into the TrueType that fontconfig hands to Chromium. */
export function woffToSfnt(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const power = Math.floor(Math.log2(count));
  const header = Buffer.alloc(12 + count * 16);
  header.writeUInt32BE(woff.readUInt32BE(4), 0);
  header.writeUInt16BE(count, 4);
  header.writeUInt16BE(2 ** power * 16, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(count * 16 - 2 ** power * 16, 10);
  const tables: Buffer[] = [];
  let place = header.length;
  for (let index = 0; index < count; index++) {
    const entry = 44 + index * 20;
    const offset = woff.readUInt32BE(entry + 4);
    const packed = woff.subarray(offset, offset + woff.readUInt32BE(entry + 8));
    const length = woff.readUInt32BE(entry + 12);
    const table = packed.length < length ? inflateSync(packed) : packed;
    woff.copy(header, 12 + index * 16, entry, entry + 4);
    header.writeUInt32BE(woff.readUInt32BE(entry + 16), 16 + index * 16);
    header.writeUInt32BE(place, 20 + index * 16);
    header.writeUInt32BE(length, 24 + index * 16);
    const padded = Buffer.alloc((length + 3) & ~3);
    table.copy(padded);
    tables.push(padded);
    place += padded.length;
  }
  return Buffer.concat([header, ...tables]);
}
