import { type Command, InvalidArgumentError } from 'commander';
import { botSchema } from '../bot/botSchema.ts';
import { type HandoffCase, HandoffQueue } from '../bot/desk/handoffQueue.ts';
import { command } from '../kit/command.ts';
import { readSettings } from '../kit/readSettings.ts';
import { openStore } from '../kit/store/openStore.ts';
import { bankSettings, bankSettingsShape } from '../services/bankSettings.ts';
import { CaseId } from '../services/contract/handoff.ts';
import { inPages, type PageAsked, pageOf } from './listPage.ts';
import { byHand, reasonOption } from './operator.ts';
import type { Surroundings } from './surroundings.ts';

/** `thawline cases`: the customers who wait for a person. */
export function casesCommand({
  terminal,
  environment,
  clock,
  operator,
}: Pick<Surroundings, 'terminal' | 'environment' | 'clock' | 'operator'>): Command {
  const program = command('cases', terminal).description('the cases that wait for a human agent');

  async function open<Result>(work: (queue: HandoffQueue) => Promise<Result>): Promise<Result> {
    const { databaseUrl } = bankSettings(readSettings(bankSettingsShape, environment()));
    const store = await openStore(databaseUrl, [botSchema]);
    try {
      return await work(new HandoffQueue({ store, clock }));
    } finally {
      await store.close();
    }
  }

  inPages(program.command('list'))
    .description(
      'print every case that waits, with what the agent needs to know: first unfreezings that their owners disown or ' +
        'could not be told of, then the others, oldest first',
    )
    .option('--json', 'print a JSON array')
    .option(
      '--set-aside',
      'print the cases set aside instead: those after the first five of a day from one origin',
    )
    .action(async ({ setAside = false, ...asked }: PageAsked & { setAside?: boolean }) => {
      const { json } = asked;
      const cases = await open((queue) => queue.listFor(byHand(operator), { setAside }));
      const { page, next } = pageOf(cases, (one) => one.case, asked);
      terminal.out(json ? `${JSON.stringify(page, null, 2)}\n` : page.map(inWords).join('\n'));
      if (!json && next) terminal.out(`\n${next}`);
      const aside = setAside || json ? 0 : (await open((queue) => queue.list({ setAside: true }))).length;
      if (aside > 0)
        terminal.out(
          `\n${aside} more were set aside, after the first five of a day from one origin: --set-aside\n`,
        );
    });

  program
    .command('close')
    .description('take a case off the list')
    .argument('<CASE>', 'its number as `list` prints it', (given: string) => {
      const id = CaseId.safeParse(given.toUpperCase());
      if (id.success) return id.data;
      throw new InvalidArgumentError('A case has a letter, a dash and four digits, such as K-4821.');
    })
    .addOption(reasonOption())
    .action(async (id: CaseId, says: { reason?: string }) => {
      const by = byHand(operator, says);
      const closed = await open((queue) => queue.close(id, by));
      terminal.out(closed ? `closed: ${id}\n` : 'nothing changed: no such case waits\n');
    });

  return program;
}

function inWords(one: HandoffCase): string {
  const facts = [
    `opened ${one.openedAt}`,
    one.reason,
    one.channel,
    ...(one.origin === null ? [] : [`origin ${one.origin}`]),
    one.language,
    ...cardsOf(one),
    ...one.freezeReasons,
    `at: ${one.step}`,
    ...(one.attemptsLeft === null ? [] : [`attempts left: ${one.attemptsLeft}`]),
    ...(one.cardFound ? ['the customer says that the card was found'] : []),
    ...(one.callBack ? ['the customer would like a call on the registered number'] : []),
    ...(one.optedOut ? ['the number has said STOP: nothing is sent to it'] : []),
  ];
  const lines = one.transcript.map(({ from, text }) => `  ${from}: ${text.replace(/\s+/g, ' ')}`);
  return `${[`${one.case}  ${facts.join(', ')}`, ...lines].join('\n')}\n`;
}

/** The references of a case's cards; a case of an earlier version only has the last four digits of one. */
function cardsOf({ cards, lastFour }: HandoffCase): string[] {
  if (cards.length > 0) return cards.map((one) => `card ending ${one.lastFour} (${one.card})`);
  return [lastFour === null ? 'no card named' : `card ending ${lastFour}`];
}
