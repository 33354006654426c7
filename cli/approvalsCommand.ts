import type { Command } from 'commander';
import { command } from '../kit/command.ts';
import { UnfreezeError } from '../kit/errors.ts';
import { table } from '../kit/table.ts';
import type { ApprovalRequest, Decides } from '../services/approvals/approvals.ts';
import type { ByHand } from '../services/contract/byHand.ts';
import { workNamed } from './approvedWorks.ts';
import { byHand, reasonOption } from './operator.ts';
import { asked, needsSecondPerson, workInWords } from './secondPerson.ts';
import type { Surroundings } from './surroundings.ts';
import { withBank } from './withBank.ts';

type Says = { reason?: string };

const more = `
Where a service runs with FOUR_EYES=on, releasing locks, lifting freezes, settling and work on keys are asked for by one
operator and done when another approves, in the approver's own process. The two must have different logins and different
uids. Where all operators work under one uid they approve on the operator's page, each with a login of their own. A
request is good for a day.`;

/** `thawline approvals`: the requests that wait for a second person. */
export function approvalsCommand(around: Omit<Surroundings, 'input' | 'output'>): Command {
  const { terminal, operator } = around;
  const program = command('approvals', terminal)
    .description('list, approve or refuse work that needs a second person')
    .addHelpText('after', more);

  program
    .command('list')
    .description('print the requests that wait for a second person, the oldest first')
    .option('--json', 'print a JSON array')
    .action(({ json }: { json?: true }) =>
      withBank(around, async ({ approvals }) => {
        const open = await approvals.open();
        terminal.out(json ? `${JSON.stringify(open.map(shown), null, 2)}\n` : listed(open));
      }),
    );

  program
    .command('approve')
    .description('approve a request of another operator, and do its work')
    .argument('<ID>', 'as `list` prints it')
    .addOption(reasonOption())
    .action(async (id: string, says: Says) => {
      const by = byHand(operator, says);
      await withBank(around, async (bank) => {
        const { approvals } = bank;
        const request = await approvals.named(id.toUpperCase());
        await approvals.assertAnother(request, by);
        const work = workNamed(request.work);
        if (!work)
          throw new UnfreezeError('messageInvalid', `this version does not know the work ${request.work}`);
        const decides: Decides = (manager, effect) =>
          approvals.decide(manager, request, by, { decision: 'approved', effect });
        terminal.out(await work.does(request.subject, { bank, by: askedBy(request, by), decides, terminal }));
      });
    });

  program
    .command('refuse')
    .description('refuse a request, another operator’s or your own, without doing its work')
    .argument('<ID>', 'as `list` prints it')
    .addOption(reasonOption())
    .action(async (id: string, says: Says) => {
      const by = byHand(operator, says);
      await withBank(around, async ({ approvals, store }) => {
        const request = await approvals.named(id.toUpperCase());
        await store.transaction([], (manager) =>
          approvals.decide(manager, request, by, { decision: 'refused' }),
        );
        terminal.out(`refused: ${workInWords(request)}\n`);
      });
    });

  program
    .command('off')
    .description('ask to end the need for a second person; another operator must approve it')
    .addOption(reasonOption())
    .action(async (says: Says) => {
      const by = byHand(operator, says);
      await withBank(around, async (bank) => {
        const isNeeded = await needsSecondPerson(bank);
        terminal.out(
          isNeeded
            ? await asked(bank, { work: 'fourEyesOff', subject: {} }, by)
            : 'nothing changed: no second person is needed\n',
        );
      });
    });
  return program;
}

/** The operators in an audit entry: the one who asked and the one who approved. */
function askedBy(
  { id, who, uid, remark, why }: ApprovalRequest,
  approver: ByHand,
): ByHand & { request: string; approvedBy: string } {
  const asker = { who, uid: uid === null ? null : Number(uid), by: remark, why };
  return { ...asker, request: id, approvedBy: approver.who };
}

function shown({ id, work, subject, who, uid, remark, why, askedAt, expiresAt }: ApprovalRequest) {
  return {
    id,
    work,
    subject: JSON.parse(subject),
    who,
    uid: uid && Number(uid),
    by: remark,
    why,
    askedAt,
    expiresAt,
  };
}

function listed(open: readonly ApprovalRequest[]): string {
  if (open.length === 0) return 'nothing waits for a second person\n';
  const rows = open.map((one) => [one.id, one.expiresAt, workInWords(one), one.who, one.why]);
  return table([['id', 'good until', 'what', 'asked for by', 'why'], ...rows]);
}
