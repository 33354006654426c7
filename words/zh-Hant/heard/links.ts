export * from '../../zh-Hans/heard/links.ts';

export const example: string = '傳連結給我';
