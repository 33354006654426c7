import { createHash, createHmac, randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { CaseBook, CasePlace, Taken } from '../../dialogs/state/caseBook.ts';
import type { Language } from '../../kit/language.ts';
import { derivedFrom, newestOf, type RotatingSecret } from '../../kit/rotatingSecret.ts';
import type { Condition } from '../../kit/store/describedTable.ts';
import { lock } from '../../kit/store/lock.ts';
import { PreparedTable } from '../../kit/store/preparedTable.ts';
import { type EntityManager, In, IsNull, MoreThan, Not } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { writeWith } from '../../kit/store/unitOfWork.ts';
import { type Clock, instant, later, minutes, type Pause, seconds } from '../../kit/time.ts';
import type { LastFour, NamedCard } from '../../services/contract/card.ts';
import type { AuditedHandoffs } from '../desk/handoffNotes.ts';
import { caseCode } from '../terminal/caseCode.ts';
import { type OpenCaseRow, OpenCaseRows } from './movingTables.ts';
import { guessLocks, noteWrong, wrongLately } from './wrongGuesses.ts';

const openCases = new PreparedTable(OpenCaseRows);

/** The time without news after which a case can no longer be continued. */
const caseLasts = 30 * minutes;
const codeLasts = 10 * minutes;
/** The remaining time below which a code is replaced, since nobody could carry it to another place in time. */
const leastLeft = 2 * minutes;
const mostCodes = 3;
/** The delay of the answer to a wrong guess while there are too many of them in total. */
const heldBackFor = 2 * seconds;

type OpenCasesDependencies = {
  store: Store;
  /** Notes, in the same transaction, that a case has moved. */
  moves: Pick<AuditedHandoffs, 'noteMove'>;
  /** The secret that codes and the pseudonyms of telephones are made with. */
  secret: RotatingSecret;
  clock: Clock;
  pause: Pause;
  log: Logger;
};

/** The cases that can move between conversations, in a table that all processes share. */
export class OpenCases implements CaseBook {
  readonly #parts: OpenCasesDependencies;
  readonly #keys: RotatingSecret;
  readonly #codeKeys: RotatingSecret;

  constructor(parts: OpenCasesDependencies) {
    this.#parts = parts;
    this.#keys = derivedFrom(parts.secret, 'cases');
    this.#codeKeys = derivedFrom(parts.secret, 'case codes');
  }

  /** The HMAC that replaces a code from the channel's edge on. @param code its digits only */
  nameCode(code: string): string {
    return createHmac('sha256', newestOf(this.#codeKeys))
      .update(JSON.stringify(['name', code]))
      .digest('base64url');
  }

  note(place: CasePlace, { card, language }: { card: NamedCard; language: Language }): Promise<void> {
    return writeWith(place.work, this.#parts.store, async (manager) => {
      const now = this.#parts.clock();
      const here = this.#here(place, now);
      const begun = { codesGiven: 0, begunAt: instant(now), begunOn: place.userTerminal.channel };
      const row = { ...here, ...card, language, id: randomUUID(), authenticationRequest: null, ...begun };
      const { conversation: _key, ...changed } = row;
      // A case of the same card continues, with its code and its authentication request.
      await openCases.put(manager, row, Object.keys(changed) as (keyof typeof changed)[], {
        that: '({card} <> ? OR {movedTo} IS NOT NULL OR {updatedAt} <= ?)',
        values: [card.card, instant(later(now, -caseLasts))],
      });
      // Another one has got both with its row.
      await openCases.set(
        manager,
        { conversation: here.conversation },
        { language, updatedAt: instant(now) },
      );
    });
  }

  async noteRequest(place: CasePlace, authenticationRequest: string): Promise<void> {
    const { store, clock } = this.#parts;
    await writeWith(place.work, store, (manager) =>
      openCases.set(manager, openIn(place), { authenticationRequest, updatedAt: instant(clock()) }),
    );
  }

  async close(place: CasePlace): Promise<void> {
    await writeWith(place.work, this.#parts.store, (manager) => openCases.delete(manager, openIn(place)));
  }

  hasMoved(place: CasePlace): Promise<boolean> {
    const moved = { conversation: conversationOf(place), movedTo: Not(IsNull()) };
    return this.#parts.store.read((manager) => manager.existsBy(OpenCaseRows, moved));
  }

  /** The code for moving this case. It stays the same as long as it is valid for long enough. */
  code(place: CasePlace): Promise<string | undefined> {
    const conversation = conversationOf(place);
    return this.#parts.store.transaction([lock('case', conversation)], async (manager) => {
      const now = this.#parts.clock();
      const open = await this.#open(manager, conversation, now);
      if (open === null) return undefined;
      const { id, codeExpiresAt, codesGiven, codeHash } = open;
      const codeKey = newestOf(this.#codeKeys);
      const told = caseCode(codeKey, id, codesGiven);
      // A code made with a key that has been rotated is no longer recognised.
      const isKnown = codeHash === this.nameCode(told.replaceAll(' ', ''));
      if (isKnown && codeExpiresAt !== null && codeExpiresAt > instant(later(now, leastLeft))) return told;
      if (codesGiven >= mostCodes) return undefined;
      const code = caseCode(codeKey, id, codesGiven + 1);
      await manager.update(
        OpenCaseRows,
        { conversation },
        {
          codeHash: this.nameCode(code.replaceAll(' ', '')),
          codeExpiresAt: instant(later(now, codeLasts)),
          codesGiven: codesGiven + 1,
          updatedAt: instant(now),
        },
      );
      return code;
    });
  }

  takeByCode(place: CasePlace, codeName: string): Promise<Taken> {
    return this.#guessed(place, async (manager, now) => {
      const row = await manager.findOneBy(OpenCaseRows, {
        codeHash: codeName,
        codeExpiresAt: MoreThan(instant(now)),
        updatedAt: MoreThan(instant(later(now, -caseLasts))),
      });
      // The conversation that has taken the case may ask again, since the answer may have been lost.
      const isOpen = row && (row.movedTo === null || row.movedTo === conversationOf(place));
      return isOpen ? row : undefined;
    });
  }

  languageByPhone(place: CasePlace): Promise<Language | undefined> {
    const { store, clock } = this.#parts;
    return store.read(async (manager) => (await this.#ofPhone(manager, place, clock()))[0]?.language);
  }

  takeByPhone(place: CasePlace, { card, lastFour }: { card?: string; lastFour: LastFour }): Promise<Taken> {
    return this.#guessed(place, async (manager, now) =>
      (await this.#ofPhone(manager, place, now)).find((row) =>
        card === undefined ? row.lastFour === lastFour : row.card === card,
      ),
    );
  }

  /** Moves the case that `find` returns to this conversation, or counts a wrong guess. */
  async #guessed(
    place: CasePlace,
    find: (manager: EntityManager, now: Date) => Promise<OpenCaseRow | undefined>,
  ): Promise<Taken> {
    const { store, clock, pause, log } = this.#parts;
    const decided = [lock('case', conversationOf(place)), ...guessLocks(newestOf(this.#keys), place)];
    const { taken, everywhere } = await store.transaction(decided, async (manager) => {
      const now = clock();
      const guess = { key: newestOf(this.#keys), place, now };
      const wrong = await wrongLately(manager, guess);
      const answer = (taken: Taken) => ({ taken, everywhere: wrong.everywhere });
      if (wrong.here) return answer({ outcome: 'tooMany' });
      const row = await find(manager, now);
      const moved = row && (await this.#move(manager, row, place, now));
      if (moved) return answer(moved);
      await noteWrong(manager, guess);
      return answer({ outcome: 'refused' });
    });
    if (everywhere && taken.outcome !== 'taken') {
      log.warn('more codes are wrong than on an ordinary day: somebody may be guessing');
      await pause(heldBackFor);
    }
    return taken;
  }

  /**
   * Moves a case. Its code becomes invalid, and the earlier conversation learns that the case has moved.
   * @returns undefined where another conversation has taken it meanwhile
   */
  async #move(
    manager: EntityManager,
    row: OpenCaseRow,
    place: CasePlace,
    now: Date,
  ): Promise<Taken | undefined> {
    const here = this.#here(place, now);
    const { id, card, lastFour, language, codesGiven, authenticationRequest, begunAt, begunOn } = row;
    if (row.conversation !== here.conversation) {
      const moved = { movedTo: here.conversation, updatedAt: instant(now) };
      const from = { conversation: row.conversation, id, movedTo: row.movedTo ?? IsNull() };
      const { affected } = await manager.update(OpenCaseRows, from, moved);
      if (affected !== 1) return undefined;
      if (row.movedTo === null)
        await this.#parts.moves.noteMove(
          manager,
          { card, from: row.channel, userTerminal: place.userTerminal },
          now,
        );
    }
    const already = await this.#open(manager, here.conversation, now);
    if (already?.id !== id || row.conversation === here.conversation) {
      await manager.delete(OpenCaseRows, { conversation: here.conversation });
      const moving = { id, card, lastFour, language, codesGiven, authenticationRequest, begunAt, begunOn };
      await manager.insert(OpenCaseRows, { ...here, ...moving });
    }
    return {
      outcome: 'taken',
      card: { card, lastFour },
      language,
      ...(begunAt !== null && begunOn !== null && { begun: { at: begunAt, on: begunOn } }),
      ...(authenticationRequest !== null && { supersedes: authenticationRequest }),
    };
  }

  #open(manager: EntityManager, conversation: string, now: Date): Promise<OpenCaseRow | null> {
    const updatedAt = MoreThan(instant(later(now, -caseLasts)));
    return manager.findOneBy(OpenCaseRows, { conversation, movedTo: IsNull(), updatedAt });
  }

  /**
   * The open cases of this telephone on other channels. The same channel is left out: it has its own way to continue an
   * interrupted call or messages.
   */
  async #ofPhone(manager: EntityManager, place: CasePlace, now: Date): Promise<OpenCaseRow[]> {
    const phones = this.#phones(place);
    if (phones.length === 0) return [];
    const updatedAt = MoreThan(instant(later(now, -caseLasts)));
    const channel = Not(place.userTerminal.channel);
    const where = { phone: In(phones), channel, movedTo: IsNull(), updatedAt };
    return manager.find(OpenCaseRows, { where, order: { updatedAt: 'DESC' } });
  }

  #here(place: CasePlace, now: Date) {
    return {
      conversation: conversationOf(place),
      channel: place.userTerminal.channel,
      phone: this.#phones(place)[0] ?? null,
      codeHash: null,
      codeExpiresAt: null,
      movedTo: null,
      updatedAt: instant(now),
    };
  }

  /** The telephone's pseudonyms. They are the same on every channel, unlike the addresses of user terminals. */
  #phones({ phone }: CasePlace): string[] {
    if (phone === undefined) return [];
    return this.#keys().map((key) => createHmac('sha256', key).update(phone).digest('base64url'));
  }
}

/** The hash of a conversation's id, since a channel's id can be of any length and may name a person. */
/** The case of a conversation, unless it has moved on. */
function openIn(place: CasePlace): Condition {
  return { that: '{conversation} = ? AND {movedTo} IS NULL', values: [conversationOf(place)] };
}

function conversationOf({ channelId, conversationId }: CasePlace): string {
  return createHash('sha256')
    .update(JSON.stringify([channelId, conversationId]))
    .digest('base64url');
}
