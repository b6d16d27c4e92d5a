import type { Selectable } from 'kysely';
import type { Assignment } from '../../quiz/assignment.ts';
import type { AssignmentId } from '../../quiz/ids.ts';
import type { ContextPlace, Link, LinkPlace, Platform, ToolKey } from './lti-store.ts';
import type { LtiKeyTable, LtiLinkTable, LtiPlatformTable } from './lti-tables.ts';
import { storedText } from './stored-text.ts';

/** A platform as its row. */
export function platformRow(platform: Platform): LtiPlatformTable {
  return {
    id: platform.id,
    issuer: platform.issuer,
    client_id: platform.clientId,
    auth_endpoint: platform.authEndpoint,
    token_endpoint: platform.tokenEndpoint,
    token_audience: platform.tokenAudience,
    jwks_uri: platform.jwksUri,
    name: storedText(platform.name),
    status: platform.status,
    trusted: Number(platform.isTrusted),
    any_deployment: Number(platform.hasAnyDeployment),
    created_at: platform.createdAt,
  };
}

/** A platform from its row. */
export function toPlatform(row: Selectable<LtiPlatformTable>): Platform {
  return {
    id: row.id,
    issuer: row.issuer,
    clientId: row.client_id,
    authEndpoint: row.auth_endpoint,
    tokenEndpoint: row.token_endpoint,
    tokenAudience: row.token_audience,
    jwksUri: row.jwks_uri,
    name: row.name,
    status: row.status as Platform['status'],
    isTrusted: row.trusted === 1,
    hasAnyDeployment: row.any_deployment === 1,
    createdAt: row.created_at,
  };
}

/** A key as its row. */
export function keyRow(key: ToolKey): LtiKeyTable {
  return {
    kid: key.kid,
    private_jwk: key.privateJwk,
    created_at: key.createdAt,
    signs_at: key.signsAt,
    ends_at: key.endsAt,
  };
}

/** A key from its row. */
export function toKey(row: Selectable<LtiKeyTable>): ToolKey {
  return {
    kid: row.kid,
    privateJwk: row.private_jwk,
    createdAt: row.created_at,
    signsAt: row.signs_at,
    endsAt: row.ends_at,
  };
}

/** On what grades depend beside answers, in one text. */
export function gradeState(
  { attemptRule, closedAt }: Pick<Assignment, 'attemptRule' | 'closedAt'>,
  rescores: number,
  withdrawn: number,
): string {
  return [attemptRule, closedAt ?? '', rescores, withdrawn].join(' ');
}

/** A link as its row, where it comes to lead to an assignment. */
export function linkRow(link: Link, assignment: Assignment): LtiLinkTable {
  return {
    platform_id: link.platformId,
    deployment_id: link.deploymentId,
    link_id: link.linkId,
    context_id: link.contextId,
    assignment_id: assignment.id,
    chosen: storedText(link.chosen),
    line_item: link.lineItem,
    line_items: link.lineItems,
    scopes: link.scopes.join(' '),
    graded_by: gradeState(assignment, 0, 0),
  };
}

/** A link from its row. */
export function toLink(row: Selectable<LtiLinkTable>): Link {
  return {
    platformId: row.platform_id,
    deploymentId: row.deployment_id,
    linkId: row.link_id,
    contextId: row.context_id,
    assignmentId: row.assignment_id as AssignmentId,
    chosen: row.chosen,
    lineItem: row.line_item,
    lineItems: row.line_items,
    scopes: row.scopes === '' ? [] : row.scopes.split(' '),
  };
}

/** The columns by which a link is found. */
export function linkKey({ deploymentId, linkId, platformId }: LinkPlace) {
  return { platform_id: platformId, deployment_id: deploymentId, link_id: linkId };
}

/** The columns by which a course is found. */
export function contextKey({ contextId, deploymentId, platformId }: ContextPlace) {
  return { platform_id: platformId, deployment_id: deploymentId, context_id: contextId };
}
