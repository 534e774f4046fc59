/**
 * Word lists in the languages that shops write their flows in. They only ever suggest; no list proves anything by
 * itself. Every pattern is a plain alternation, so matching stays linear.
 */
const any = (...words: readonly string[]): RegExp => new RegExp(`(?:${words.join('|')})`, 'i');

/** Field names and labels that stand for somebody of the business. */
export const staffField = any(
  'admin', 'owner', 'manager', 'staff', 'team', 'employee', 'assignee', 'assigned', 'sales_?rep', 'rep_?email', 'host_?email',
  'organi[sz]er', 'internal', 'recruiter', 'interviewer', 'technician', 'salesperson', 'notif', 'alert', 'approver', 'reviewer',
  'supervisor', 'operator', 'escalat', 'hr_?email', 'support_?email', 'company_?email', 'business_?email', 'my_?email',
  'coordinator', 'mitarbeiter', 'vendedor', 'equipe', 'equipo', 'colleague', 'dispatcher', 'editor', 'human_?agent',
);

/** Field names and labels that stand for somebody outside. */
export const customerField = any(
  'customer', 'client', 'lead', 'guest', 'patient', 'attendee', 'subscriber', 'invitee', 'candidate', 'prospect', 'buyer', 'shopper',
  'applicant', 'student', 'tenant', 'kunde', 'cliente', 'paciente', 'visitor', 'participant', 'respondent', 'donor', 'from',
);

/** An unsubscribe offer in a text that is sent. */
export const optOutOffer = any(
  'unsubscribe', 'opt[ -]?out', 'abbestellen', 'abmelden', 'désabonner', 'desabonner', 'désinscri', 'desinscri', 'darse de baja', 'dar de baja',
  'cancelar (?:la )?suscripci', 'descadastrar', 'cancelar inscri', 'disiscriv', 'cancella iscrizione', 'uitschrijven', 'afmelden',
  'manage (?:your )?(?:email )?preferences', 'email preferences', '(?:reply|text|send|antworte|responde|répondez)[^.\\n]{0,20}\\bstop\\b',
  'stop to (?:end|cancel|opt|quit|stop)', 'remove me', '退订', '取消订阅', '配信停止',
);

/** Words of a campaign in a text, a prompt or a file. */
export const campaignWords = any(
  'newsletter', 'unsubscribe', 'subscriber', 'promo(?:tion)?s?\\b', 'discount', 'special offer', 'marketing', 'cold e?mail', 'outreach', 'campaign',
  'rabatt', 'oferta', 'descuento', 'promoción', 'prospect', 'lead nurtur', 'follow[- ]?up',
);

/** Words of an appointment in a text, a prompt or a file. */
export const appointmentWords = any(
  'appointment', 'reservation', 'booking', 'your (?:meeting|session|visit|consultation|interview|demo|call)\\b', 'rendez-vous', 'termin\\b', 'terminerinnerung',
  '\\bcita\\b', 'citas\\b', 'agendamento', 'consulta (?:agendada|marcada)', 'appuntamento', 'prenotazione', 'reserva\\b', 'turno\\b', 'afspraak', 'scheduled (?:for|on|at)',
);

export const reminderWords = any(
  'remind', 'confirm', 'reschedul', 'cancel', 'erinner', 'bestätig', 'verschieb', 'absag', 'recordatori', 'confirma', 'reprogramar', 'lembrete',
  'remarcar', 'promemoria', 'rappel', 'upcoming', 'no[- ]?show',
);

/** An offer to change or cancel an appointment. */
export const rescheduleOffer = any(
  're-?schedul', 'cancel (?:or|your|the|this|my)', 'change (?:your|the) (?:appointment|booking|time|reservation)', 'modify (?:your|the)', 'need to (?:cancel|change|move)',
  'verschieb', 'absagen', 'umbuchen', 'reprogramar', 'reagendar', 'remarcar', 'cancelar', 'annuler', 'déplacer', 'replanifier', 'riprogrammare', 'disdire', 'spostare',
  'manage (?:your )?booking', '改期', '取消预约',
);

/** A way to somebody of the business in a text: an address that can be answered, a number, an invitation. */
export const contactOffer = any(
  'contact us', 'call us', 'reach (?:out|us)', 'get in touch', 'reply to this', 'just reply', 'mailto:', 'phone', 'tel:', 'let us know', 'contact our',
  'kontaktieren', 'rufen sie', 'melden sie sich', 'contáct', 'llám', 'escríb', 'contactez', 'appelez', 'entre em contato', 'ligue', 'contattaci', 'chiamaci',
);

/** A prompt, description or text that speaks of a person taking over. */
export const personWords = any(
  'human (?:agent|support|operator|being|assist|help|team|rep|hand)', 'hand[- ]?(?:off|over)', 'escalat', 'speak (?:to|with) (?:a|an|someone|somebody|our)', 'talk to (?:a|an|someone|our)',
  'live (?:agent|chat|support|person)', 'real person', 'a human', 'to human', 'support team', 'customer service team', 'our team', 'representative', 'team member', 'staff member',
  'transfer (?:the|to|this|you|call)', 'mitarbeiter', 'menschlich', 'atendente', 'humano', 'humana', 'agente humano', 'asesor', 'conseiller', 'humain', 'operatore', 'umano',
  '人工', '客服', 'contact (?:us|our|support|the)', 'call us', 'get back to you', 'reach out to',
);

/** Field and step words of a flag by which a model or a rule asks for a person. */
export const personFlag = any(
  'human', 'escalat', 'hand[-_ ]?off', 'hand[-_ ]?over', 'agent_?request', 'needs?_?(?:person|support|review|attention|help)', 'live_?agent', 'urgent', 'complaint',
  'negative', 'humano', 'humain', 'mensch', 'atendente', 'transfer', 'support', 'takeover', 'unknown', 'not[_ ]?sure', 'unsure', 'fallback', 'emergency', 'besoin_humain',
);

/** Attributes of a person by which an audience can be chosen. */
export const segmentField = any(
  'segment', 'tag', 'tier', 'role', 'industry', 'interest', 'categor', 'language', 'locale', 'country', 'city', 'region', 'location', 'gender', 'age\\b', 'birthday',
  'plan\\b', 'score', 'sentiment', 'topic', 'preference', 'preferred', 'channel', 'member', 'vip', 'customer_?type', 'type\\b', 'company_?size', 'persona', 'purchase',
  'cart', 'order', 'total', 'spent', 'amount', 'loyal', 'level', 'group', 'cohort', 'stage', 'lifecycle', 'intent', 'qualif', 'fit\\b', 'frequency', 'churn', 'client',
);

/** Text parts that a person left for filling in. */
export const literalPlaceholder = /\[(?:your |insert )?(?:first ?name|last ?name|name|customer|company|business|client|date|time|link|email|phone)[^\]\n]{0,30}\]/i;
