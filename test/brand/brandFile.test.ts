import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allSurfaces } from '../../bot/openBrand.ts';
import { unbranded } from '../../brand/brand.ts';
import { checkedBrand, readBrand } from '../../brand/brandFile.ts';
import { bankSurfaces } from '../../services/brandSurfaces.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const name = (text: string) => ({ 'zh-Hans': text, 'zh-Hant': text, en: text });
const least = { names: { bank: name('Harbour') } };

describe('a brand file', () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'brand.json');
  after(() => folder.remove());

  const problemsOf = (written: unknown): readonly string[] => {
    writeFileSync(file, typeof written === 'string' ? written : JSON.stringify(written));
    return checkedBrand(file, allSurfaces).problems;
  };
  const said = (sentences: object) => problemsOf({ ...least, sentences: { en: sentences } });

  for (const own of ['demo/brand.json', 'docs/brand/harbour.json'])
    it(`is right as ${own} has it`, () => {
      const path = fileURLToPath(new URL(`../../${own}`, import.meta.url));
      assert.deepEqual(checkedBrand(path, allSurfaces).problems, []);
      assert.equal(readBrand(path, allSurfaces).isNamed, true);
    });

  it('may put no address into a text, but where the link to the form stands, nor a call for a reply where none can come', () => {
    const receipt =
      'Card {{lastFour}} was unfrozen on {{at}} by {{channel}}: {{call}}, or see harbour.example';
    assert.match(said({ 'notices.unfreezeReceipt': receipt }).join(), /holds an address/);
    const notice =
      'Wrong details for {{lastFour}} by {{channel}}, {{at}}. Reply YES if it was you, else {{call}}.';
    assert.match(said({ 'notices.attemptsFailed': notice }).join(), /asks for a reply/);
    const link = 'By {{channel}}, card {{lastFour}}: {{address}}';
    assert.deepEqual(said({ 'notices.secureLink': link }), []);
  });

  it('needs no more than the name of the bank', () => {
    assert.deepEqual(problemsOf(least), []);
    assert.deepEqual(readBrand(undefined, allSurfaces), unbranded);
  });

  it('has a logo for the night beside the one for the day, and none without it', () => {
    writeFileSync(join(folder.path, 'day.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const both = { ...least, logo: 'day.svg', logoDark: 'day.svg' };
    assert.deepEqual(problemsOf(both), []);
    assert.match(readBrand(file, allSurfaces).logoDark ?? '', /^<svg/);
    assert.deepEqual(problemsOf({ ...least, logoDark: 'day.svg' }), ['logoDark: there is no logo beside it']);
  });

  it('is refused with every reason at once, each on a line with the setting and the file', () => {
    writeFileSync(
      join(folder.path, 'evil.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
    );
    writeFileSync(
      file,
      JSON.stringify({
        names: { bank: { ...name('Harbour'), en: '' } },
        colours: { header: '#ffff00' },
        logo: 'evil.svg',
        corners: 99,
        sentences: { en: { 'unfreeze.confirm': { text: 'Now?', speech: 'Now?' } } },
      }),
    );
    assert.throws(
      () => readBrand(file, allSurfaces),
      (error: Error & { code?: string }) => {
        assert.equal(error.code, 'settingsInvalid');
        const lines = error.message.split('\n');
        assert.ok(lines.every((line) => line.startsWith(`BRAND_FILE ${file}: `)));
        for (const part of [
          'names.bank.en',
          'corners',
          'contrast',
          'element that is not allowed',
          '{{lastFour}}',
        ])
          assert.ok(
            lines.some((line) => line.includes(part)),
            part,
          );
        return true;
      },
    );
  });

  it('is refused where it is no JSON, too long, empty, not there, or says a thing twice', () => {
    assert.match(problemsOf('{').join(), /is not JSON/);
    assert.match(problemsOf('').join(), /is empty/);
    assert.match(problemsOf(`{"x":"${'x'.repeat(300_000)}"}`).join(), /is longer than 262144 bytes/);
    assert.match(
      checkedBrand(join(folder.path, 'none'), allSurfaces).problems.join(),
      /cannot be read: ENOENT/,
    );
    assert.match(problemsOf('{"names":{},"names":{}}').join(), /names stands there twice/);
    assert.match(problemsOf([]).join(), /expected object/);
    assert.match(problemsOf({ ...least, name: 'x' }).join(), /Unrecognized key: "name"/);
  });

  it('takes no name that is too long, hides something or turns the direction of writing', () => {
    const named = (text: string) => problemsOf({ names: { bank: name(text) } }).join();
    assert.match(named('x'.repeat(200)), /40 signs or fewer/);
    assert.match(named('Harbour\u202eknaB'), /marks of the writing direction/);
    for (const sign of ['\u200b', '\u2066', '\u0000', '\n', '\u200f', '\u061c', '\ud800'])
      assert.match(named(`Harbour${sign}Bank`), /control signs/);
    assert.match(named('<b>Harbour</b>'), /angle brackets/);
    assert.match(named('{{lastFour}}'), /braces/);
    assert.equal(named('海'.repeat(40)), '');
  });

  it('takes no colours in which something cannot be read, and says how far they are from it', () => {
    const coloured = (colours: object) => problemsOf({ ...least, colours }).join('\n');
    assert.match(
      coloured({ header: '#ffcc00' }),
      /action #ffcc00 on white #ffffff has a contrast of 1\.5\d to 1/,
    );
    assert.equal(coloured({ header: '#ffcc00', action: '#0b3d5c' }), '');
    assert.match(coloured({ header: '#0b3d5c', ink: '#999999' }), /ink #999999 on white/);
    assert.match(coloured({ header: '#0b3d5c', ground: '#103040' }), /ink #1b2733 on ground/);
    assert.match(coloured({ header: 'red' }), /must be a colour such as/);
    assert.match(coloured({ header: '#0b3d5c;}*{' }), /must be a colour such as/);
  });

  it('takes no address but of https, no font that is more than a name, no telephone that is none', () => {
    assert.match(problemsOf({ ...least, legal: { privacy: 'javascript:alert(1)' } }).join(), /https address/);
    assert.match(problemsOf({ ...least, legal: { privacy: 'http://x.example' } }).join(), /https address/);
    assert.match(problemsOf({ ...least, fonts: ['x";}'] }).join(), /names of fonts/);
    assert.match(problemsOf({ ...least, helpLine: '<b>' }).join(), /telephone number/);
    assert.match(problemsOf({ ...least, logo: '../../etc/passwd' }).join(), /\.svg file/);
    assert.match(problemsOf({ ...least, logo: 'none.svg' }).join(), /logo: .*cannot be read: ENOENT/);
  });

  it('loses no fact of a sentence and invents none, but may name the bank anywhere', () => {
    assert.match(said({ 'cardChoice.ask': 'Which card?' }).join(), /lost the fact \{\{cards\}\}/);
    assert.match(
      said({ 'cardChoice.ask': 'Which of {{cards}}, {{lastFour}}?' }).join(),
      /invented fact: \{\{lastFour\}\}/,
    );
    assert.match(said({ 'cardChoice.ask': 'Which of {{ cards}}?' }).join(), /lost the fact|invented fact/);
    const asked = '{{bank}} asks: which of {{cards}}?';
    assert.deepEqual(said({ 'cardChoice.ask': { text: asked, speech: asked } }), []);
    assert.match(said({ 'notices.unfreezeReceipt': 'Unfrozen.' }).join(), /lost the fact \{\{lastFour\}\}/);
    assert.deepEqual(said({ 'secureForm.open.submit': 'Send to {{bank}}' }), []);
  });

  it('knows every sentence that it names, and how it is said', () => {
    assert.match(said({ greetings: 'Hi' }).join(), /greetings: there is no such sentence/);
    assert.match(said({ 'secureForm.open.none': 'Hi' }).join(), /there is no such sentence/);
    assert.match(said({ 'secureForm.open': 'Hi' }).join(), /there is no such sentence/);
    assert.match(said({ constructor: 'Hi', 'secureForm.toString': 'Hi' }).join(), /constructor: there is no/);
    assert.match(said({ greeting: 'Hi' }).join(), /is heard otherwise than it is read/);
    assert.deepEqual(said({ greeting: { text: 'Hi', speech: 'Hello' } }), []);
    assert.match(said({ 'chatPage.title': { text: 'Hi', speech: 'Hi' } }).join(), /is never heard/);
    assert.match(said({ anythingElse: 5 }).join(), /expected string|must be a sentence/);
    assert.match(said({ anythingElse: 'x\u202e' }).join(), /control signs/);
    assert.match(said({ anythingElse: 'x'.repeat(401) }).join(), /400 signs or fewer/);
  });

  it('leaves no two choices that read alike: a tap on one would be the other', () => {
    assert.match(said({ 'choice.no': 'yes, unfreeze it' }).join(), /read alike: choice\.yes, choice\.no/);
  });

  it('is checked by each half for what that says itself', () => {
    writeFileSync(
      file,
      JSON.stringify({ ...least, sentences: { en: { nonsense: 'x', 'secureForm.none': 'x' } } }),
    );
    assert.deepEqual(checkedBrand(file, bankSurfaces).problems, [
      'sentences.en.secureForm.none: there is no such sentence',
    ]);
  });
});
