import { rooms } from './rooms.ts';

/** The parts of the house, as the picture sets them out: a part stands on those below it that it imports. */
const floors: readonly (readonly { name: string; says: string; rooms: RegExp }[])[] = [
  [
    { name: 'cli', says: 'the operator’s program', rooms: /^cli/ },
    { name: 'bot', says: 'turns, the terminal, the channels', rooms: /^bot/ },
    { name: 'build', says: 'made once, before production', rooms: /^build/ },
    { name: 'demo', says: 'a bank and a telephone to try', rooms: /^demo/ },
  ],
  [
    { name: 'dialogs', says: 'the conversation', rooms: /^dialogs/ },
    {
      name: 'services',
      says: 'the bank’s side',
      rooms: /^services(?!\/contract)/,
    },
    { name: 'web', says: 'what runs in a browser', rooms: /^web/ },
  ],
  [
    {
      name: 'services/contract',
      says: 'the messages between the two halves',
      rooms: /^services\/contract/,
    },
  ],
  [
    { name: 'brand', says: 'whose service it is, as a bank’s file says', rooms: /^brand/ },
    { name: 'topics', says: 'what a bank answers beside the matter', rooms: /^topics/ },
  ],
  [{ name: 'words', says: 'all that a customer reads or hears, a folder a language', rooms: /^words/ }],
  [{ name: 'kit', says: 'what any service is made of: it knows no card', rooms: /^kit/ }],
];

const unit = 22;
const boxHeight = 20;
const characterWidth = 6.6;
const gap = 8;
const panelGap = 24;
const width = 1180;

/** How many rooms of its own part a room stands on, at the longest. */
function depth(room: string, among: readonly string[]): number {
  const below = (rooms[room] ?? []).filter((other) => among.includes(other));
  return below.length === 0 ? 0 : 1 + Math.max(...below.map((other) => depth(other, among)));
}

type Shape = { svg: string; height: number };

/** A part with its rooms: each may import from those that stand lower, never the other way. */
function panel({ name, says, rooms: own }: (typeof floors)[number][number], x: number, wide: number): Shape {
  const names = Object.keys(rooms).filter((room) => own.test(room));
  const rows = Map.groupBy(names, (room) => depth(room, names));
  const boxes: string[] = [];
  let y = 44;
  for (const level of [...rows.keys()].toSorted((one, other) => other - one)) {
    let left = gap;
    for (const room of rows.get(level) ?? []) {
      const label = room === name ? `${name}/*.ts` : room.slice(name.length + 1);
      const boxWidth = Math.round(label.length * characterWidth) + 14;
      if (left + boxWidth > wide - gap) {
        left = gap;
        y += unit + 4;
      }
      boxes.push(
        `<rect class="room" x="${x + left}" y="${y}" width="${boxWidth}" height="${boxHeight}" rx="4"/>`,
        `<text class="label" x="${x + left + 7}" y="${y + 14}">${label}</text>`,
      );
      left += boxWidth + gap;
    }
    y += unit + 8;
  }
  const head = `<text class="name" x="${x + gap}" y="20">${name}</text><text class="says" x="${x + gap}" y="36">${says}</text>`;
  return { svg: `${head}${boxes.join('')}`, height: y + 4 };
}

/** The rooms as an SVG: in each part from the ground up, and the parts above what they lean on. */
export function roomsPicture(): string {
  const parts: string[] = [];
  let y = panelGap;
  for (const floor of floors) {
    const wide = (width - panelGap * (floor.length + 1)) / floor.length;
    const shapes = floor.map((part, at) => {
      const x = Math.round(panelGap + at * (wide + panelGap));
      return { x, ...panel(part, x, wide) };
    });
    const height = Math.max(...shapes.map((shape) => shape.height));
    for (const { x, svg } of shapes)
      parts.push(
        `<g transform="translate(0 ${y})"><rect class="part" x="${x}" y="0" width="${Math.round(wide)}" height="${height}" rx="8"/>${svg}</g>`,
      );
    y += height + panelGap;
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" role="img">`,
    '<title>The rooms of Thawline: each may import from those that stand below it</title>',
    '<style>text{font-family:ui-monospace,Consolas,monospace}.part{fill:#f4f7fa;stroke:#9fb3c8}.room{fill:#fff;stroke:#627d98}',
    '.label{font-size:11px;fill:#102a43}.name{font-size:15px;font-weight:700;fill:#102a43}.says{font-size:11px;fill:#486581}</style>',
    `<rect width="${width}" height="${y}" fill="#fff"/>`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}
