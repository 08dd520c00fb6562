import { DataFactory, type Literal } from 'n3';
import { describe, expect, it } from 'vitest';
import { compare, langMatches, wellFormed } from '../src/check/literals.js';
import { XSD } from './support/make.js';

/** "1 integer", "x string": a value and its type. */
const typed = (text: string): Literal => {
  const [value, type] = text.split(' ') as [string, string];
  return DataFactory.literal(value, DataFactory.namedNode(XSD + type));
};

describe('literals', () => {
  it.each(['1 integer', '+007 integer', '-128 byte', '18446744073709551615 unsignedLong', '.5 decimal', '5. decimal', '-1e-3 double', '-INF float', '0 boolean',
    '2024-02-29 date', '-0044-03-15 date', '12024-01-01+14:00 date', '2023-12-31T24:00:00 dateTime', '24:00:00.0Z time', '2024-05-01T10:00:00Z dateTimeStamp', '--02-29 gMonthDay', '---31 gDay', '--12 gMonth', '0000 gYear'])('%s is well-formed', (text) => {
    expect(wellFormed(typed(text))).toBe(true);
  });

  it.each(['1.0 integer', '128 byte', '0 positiveInteger', '-1 unsignedInt', '1e3 decimal', '. decimal', 'inf double', 'TRUE boolean',
    '2023-02-29 date', '1900-02-29 date', '02024-01-01 date', '2024-01-01+15:00 date', '2024-01-01T24:00:00.5 dateTime', '2024-01-01T24:00:01 dateTime', '25:00:00 time', '2024-05-01T10:00:00 dateTimeStamp', '02-29 gMonthDay', '--02-30 gMonthDay', '---32 gDay', '--13 gMonth', '24 gYear'])('%s is not', (text) => {
    expect(wellFormed(typed(text))).toBe(false);
  });

  it('of other types nothing is said', () => {
    expect(wellFormed(typed('x string'))).toBeUndefined();
    expect(wellFormed(typed('P1D duration'))).toBeUndefined();
  });

  it.each([['1 integer', '1.5 decimal'], ['-2 integer', '-1.5 decimal'], ['.9 decimal', '1e0 double'], ['9007199254740992 long', '9007199254740993 long'], ['0.1 decimal', '0.10000000000000000001 decimal'], ['B string', 'a string'], ['a string', 'ab string'], ['\uffff string', '😀 string'],
    ['false boolean', '1 boolean'], ['2024-01-01T01:00:00+02:00 dateTime', '2024-01-01T00:00:00Z dateTimeStamp'], ['-0044-03-15 date', '0014-08-19 date'], ['9999-12-31 date', '10000-01-01 date'], ['09:00:00 time', '10:30:00 time']])('%s is less than %s', (a, b) => {
    expect([compare(typed(a), typed(b)), compare(typed(b), typed(a)), compare(typed(a), typed(a))]).toEqual([-1, 1, 0]);
  });

  it.each([['1 integer', '1 string'], ['1 integer', 'NaN double'], ['1 integer', 'x integer'], ['2024-01-01 date', '2024-01-02T00:00:00 dateTime'], ['2024-01-01T00:00:00 dateTime', '2024-01-02T00:00:00Z dateTime'], ['P1D duration', 'P2D duration']])('%s and %s do not compare', (a, b) => {
    expect(compare(typed(a), typed(b))).toBeUndefined();
  });

  it('what is no literal, or has a language, does not compare', () => {
    expect(compare(DataFactory.namedNode('a'), DataFactory.namedNode('b'))).toBeUndefined();
    expect(compare(DataFactory.literal('a', 'en'), DataFactory.literal('b', 'en'))).toBeUndefined();
  });

  it('a range of languages takes in what is under it', () => {
    expect(['en', 'EN-gb', 'eng', ''].filter((tag) => langMatches(tag, 'en'))).toEqual(['en', 'EN-gb']);
    expect(['ckb', ''].filter((tag) => langMatches(tag, '*'))).toEqual(['ckb']);
  });
});
