/** What is known of a code: its title, usual HTTP status, and Meta's explanation (31-cloud-api section 17). */
export interface ErrorCode {
  readonly title: string;
  readonly http: number;
  readonly details?: string;
}

/** Codes the simulator sends by itself or on demand; others get a plain title. */
export const errorCodes: Readonly<Record<number, ErrorCode>> = {
  0: { title: 'AuthException', http: 401, details: 'We were unable to authenticate the app user.' },
  1: { title: 'An unknown error occurred', http: 400, details: 'Invalid request or possible server error.' },
  2: { title: 'Service temporarily unavailable', http: 503, details: 'Temporary due to downtime or overload.' },
  3: { title: 'Application does not have the capability to make this API call.', http: 500 },
  4: { title: 'Application request limit reached', http: 400 },
  10: { title: 'Application does not have permission for this action', http: 403 },
  33: { title: 'Parameter value is not valid', http: 400, details: 'The business phone number has been deleted.' },
  100: { title: 'Invalid parameter', http: 400 },
  104: { title: 'An access token is required to request this resource.', http: 401 },
  190: { title: 'Error validating access token', http: 401 },
  200: { title: 'Provide valid app ID', http: 403 },
  368: { title: 'Temporarily blocked for policies violations', http: 403 },
  80007: {
    title: 'Rate limit issues',
    http: 400,
    details: 'The WhatsApp Business Account has reached its rate limit.',
  },
  130403: { title: 'Business has blocked this user', http: 400 },
  130429: { title: 'Rate limit hit', http: 400, details: 'Cloud API message throughput has been reached.' },
  130472: { title: "User's number is part of an experiment", http: 400 },
  130497: { title: 'Business account is restricted from messaging users in this country.', http: 403 },
  131000: { title: 'Something went wrong', http: 500, details: 'Message failed to send due to an unknown error.' },
  131005: { title: 'Access denied', http: 403 },
  131008: { title: 'Required parameter is missing', http: 400 },
  131009: { title: 'Parameter value is not valid', http: 400 },
  131016: { title: 'Service unavailable', http: 500, details: 'A service is temporarily unavailable.' },
  131021: { title: 'Recipient cannot be sender', http: 400, details: 'Sender and recipient phone number is the same.' },
  131026: { title: 'Message Undeliverable', http: 400, details: 'Message Undeliverable.' },
  131030: {
    title: 'Recipient phone number not in allowed list',
    http: 400,
    details: 'Recipient phone number not in allowed list: Add recipient phone number to recipient list and try again.',
  },
  131031: { title: 'Account has been locked', http: 403 },
  131037: { title: 'WhatsApp provided number needs display name approval before message can be sent.', http: 400 },
  131042: { title: 'Business eligibility payment issue', http: 400 },
  131045: { title: 'Incorrect certificate', http: 500 },
  131047: {
    title: 'Re-engagement message',
    http: 400,
    details:
      'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
  },
  131048: { title: 'Spam rate limit hit', http: 400 },
  131049: {
    title: 'This message was not delivered to maintain healthy ecosystem engagement.',
    http: 400,
    details: 'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.',
  },
  131050: { title: 'User has stopped receipt of marketing messages from this business', http: 400 },
  131051: { title: 'Unsupported message type', http: 400, details: 'Message type is not currently supported.' },
  131052: { title: 'Media download error', http: 400 },
  131053: { title: 'Media upload error', http: 400 },
  131056: {
    title: '(Business Account, Consumer Account) pair rate limit hit',
    http: 400,
    details:
      'Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.',
  },
  131057: { title: 'Account in maintenance mode', http: 500 },
  131059: { title: 'Invalid cursor', http: 400 },
  131062: {
    title: 'Authentication templates cannot be sent to a user id',
    http: 400,
    details: 'Use the phone number to send authentication templates.',
  },
  132000: { title: 'Number of parameters does not match the expected number of params', http: 400 },
  132001: { title: 'Template name does not exist in the translation', http: 404 },
  132005: { title: 'Translated text too long', http: 400 },
  132007: { title: 'Template Format Character Policy Violated', http: 400 },
  132012: { title: 'Parameter format does not match format in the created template', http: 400 },
  132015: { title: 'Template is Paused', http: 400 },
  132016: { title: 'Template is Disabled', http: 400 },
  132018: { title: 'Template validation error', http: 400 },
  133004: { title: 'Server Temporarily Unavailable', http: 503 },
  133010: { title: 'Phone number Not Registered', http: 400 },
  137000: { title: 'Recipient identity key hash mismatch', http: 400 },
};
