import { expect, test } from 'vitest';
import { readCommand } from './commands.js';

test('/md is taken off, /code makes a block that nothing inside ends', () => {
  expect(readCommand('/md **yes**')).toEqual({ content: '**yes**', isCode: false });
  expect(readCommand('/code let a = :smile:;')).toEqual({ content: '```\nlet a = :smile:;\n```', isCode: true });
  expect(readCommand('/code\n  one\n```\ntwo').content).toBe('````\n  one\n```\ntwo\n````');
});

test('what only begins like a command is a message', () => {
  for (const text of ['/mdx', '/codes are', ' /md a', 'a /code b', '/md', '/code']) expect(readCommand(text)).toEqual({ content: text, isCode: false });
  expect(readCommand('/code   ').content.trim()).toBe('');
});
