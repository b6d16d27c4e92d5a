/** `lti_platform`: one row a learning platform and client id. Times are milliseconds since 1970, UTC. */
export interface LtiPlatformTable {
  id: string;
  issuer: string;
  client_id: string;
  auth_endpoint: string;
  token_endpoint: string;
  token_audience: string | null;
  jwks_uri: string;
  name: string;
  /** `active` or `pending`. */
  status: string;
  /** 0 or 1. */
  trusted: number;
  /** 0 or 1. */
  any_deployment: number;
  created_at: number;
}

/** `lti_deployment`: the deployments of a platform that are known. */
export interface LtiDeploymentTable {
  platform_id: string;
  deployment_id: string;
  since: number;
}

/** `lti_origin`: from where a platform shows quizzes in its frames. */
export interface LtiOriginTable {
  platform_id: string;
  origin: string;
}

/** `lti_key`: the keys with which this tool signs. */
export interface LtiKeyTable {
  kid: string;
  /** JSON: a private JWK. */
  private_jwk: string;
  created_at: number;
  signs_at: number;
  /** Published until then; null for the newest. */
  ends_at: number | null;
}

/** `lti_pass`: what is remembered between two requests of one launch, by a secret’s SHA-256 (hex). */
export interface LtiPassTable {
  hash: string;
  kind: string;
  /** JSON. */
  payload: string;
  class_id: string | null;
  expires_at: number;
  used_at: number | null;
}

/** `lti_context`: which class a platform’s course is. */
export interface LtiContextTable {
  platform_id: string;
  deployment_id: string;
  context_id: string;
  class_id: string;
  /** The end that its class was given by launches; another one was chosen by its instructor. */
  ends_at: number;
  memberships_url: string | null;
}

/** `lti_link`: which assignment a platform’s link is. */
export interface LtiLinkTable {
  platform_id: string;
  deployment_id: string;
  link_id: string;
  context_id: string;
  assignment_id: string;
  /** The bank and options by which the assignment was made, as they were written. */
  chosen: string;
  line_item: string | null;
  line_items: string | null;
  /** With blanks between them. */
  scopes: string;
  /** What grades depended on when scores were last requested. */
  graded_by: string;
}

/** `lti_user`: which learner a platform’s user is in a class. */
export interface LtiUserTable {
  platform_id: string;
  deployment_id: string;
  subject: string;
  class_id: string;
  learner_id: string;
  /** 0 or 1. */
  gradable: number;
}

/** `lti_seat`: the owners that launches have made. */
export interface LtiSeatTable {
  owner: string;
  learner_id: string;
  since: number;
}

/** `lti_score`: what a platform was last told of a learner. */
export interface LtiScoreTable {
  assignment_id: string;
  learner_id: string;
  /** The timestamp of the last score that was sent. */
  stamped_at: number;
  points: number | null;
  max_points: number | null;
}

/** The tables of launches, by name. */
export interface LtiTables {
  lti_platform: LtiPlatformTable;
  lti_deployment: LtiDeploymentTable;
  lti_origin: LtiOriginTable;
  lti_key: LtiKeyTable;
  lti_pass: LtiPassTable;
  lti_context: LtiContextTable;
  lti_link: LtiLinkTable;
  lti_user: LtiUserTable;
  lti_seat: LtiSeatTable;
  lti_score: LtiScoreTable;
}
