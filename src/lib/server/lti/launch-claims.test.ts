import { describe, expect, it } from 'vitest';
import { readClaims, readRoles } from './launch-claims.ts';
import { isRefused } from './refusal.ts';

const member = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const institution = 'http://purl.imsglobal.org/vocab/lis/v2/institution/person';
const system = 'http://purl.imsglobal.org/vocab/lis/v2/system/person';

describe('whoever launches from a course', () => {
  it.each([
    ['teaches', [`${member}#Instructor`], 'leads'],
    ['assists', [`${member}/Instructor#TeachingAssistant`], 'leads'],
    ['makes content', [`${member}#ContentDeveloper`], 'leads'],
    ['learns', [`${member}#Learner`], 'is graded'],
    ['learns by a short name', ['Learner'], 'is graded'],
    ['learns, and teaches elsewhere', [`${member}#Learner`, `${institution}#Faculty`], 'is graded'],
    ['looks on', [`${member}#Mentor`, `${institution}#Instructor`], 'looks on'],
    ['has no role in it, and teaches elsewhere', [`${institution}#Instructor`], 'looks on'],
    ['administers', [`${institution}#Administrator`, `${system}#User`], 'leads'],
    ['has no role at all', [], 'looks on'],
  ])('and %s (%j) %s', (_name, roles, becomes) => {
    const { isGradable, isInstructor } = readRoles(roles, true);
    const leading = isInstructor ? 'leads' : 'looks on';
    expect(isGradable ? 'is graded' : leading).toBe(becomes);
  });

  it('leads what is in no course where somebody teaches at all', () => {
    expect(readRoles([`${institution}#Instructor`], false).isInstructor).toBe(true);
  });
});

describe('the claims of a launch', () => {
  it('name all questions of a long quiz', () => {
    const claim = (name: string) => `https://purl.imsglobal.org/spec/lti/claim/${name}`;
    const items = Array.from({ length: 120 }, (_, index) => `question-number-${index}`).join(',');
    const target = `https://quiz.example/lti/launch?bank=storm&items=${items}`;
    const facts = readClaims(
      {
        sub: '3',
        [claim('version')]: '1.3.0',
        [claim('message_type')]: 'LtiResourceLinkRequest',
        [claim('deployment_id')]: '1',
        [claim('roles')]: [],
        [claim('resource_link')]: { id: 'link-1' },
        [claim('target_link_uri')]: target,
        [claim('custom')]: { bank: 'storm', items },
      },
      'plf_1',
    );
    if (isRefused(facts)) throw new Error('It says all that it must');
    expect([facts.target, facts.custom['items']]).toEqual([target, items]);
  });
});
