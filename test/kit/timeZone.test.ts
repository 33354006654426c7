import assert from 'node:assert/strict';
import { timeZoneProblem } from '../../kit/timeZone.ts';

describe('a time zone', () => {
  it('is one of a place, or of the whole world', () => {
    const good = [
      'Asia/Shanghai',
      'America/Chicago',
      'Asia/Hong_Kong',
      'Etc/UTC',
      'UTC',
      'PRC',
      'Hongkong',
      'Singapore',
    ];
    for (const zone of good) assert.equal(timeZoneProblem(zone), undefined, zone);
  });

  it('is refused where its name is that of several places, which a library would choose between', () => {
    for (const zone of ['CST', 'cst', 'EST', 'MST', 'CST6CDT', 'PST8PDT', 'CET'])
      assert.match(timeZoneProblem(zone) ?? '', /the time zone of several places: name one/, zone);
  });

  it('is refused where there is none of that name', () => {
    for (const zone of ['', 'Beijing', 'Asia/Shangai', 'UTC+8'])
      assert.match(timeZoneProblem(zone) ?? '', /is no time zone such as Asia\/Shanghai/, zone);
  });
});
