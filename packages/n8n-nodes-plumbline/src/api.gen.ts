// Generated from the API's description: `pnpm generate`.
export interface components {
    schemas: {
        /**
         * @description `allow`, `needs-human` or `block`. Kept apart: `no-policy`, nothing in the profile speaks of this; `error`, no answer could be found. Neither of these two allows anything.
         * @enum {string}
         */
        AnswerKind: "allow" | "needs-human" | "block" | "no-policy" | "error";
        /** @description What the answer rests on. */
        AnswerVersions: {
            profile: {
                hash: string;
                /** @description What the profile says of itself. */
                version: string;
            } | null;
            /** @description Ids of all built-in rules with their versions. */
            rules: string;
        };
        /** @description How an approval stands, for whoever waits for it. */
        ApprovalEnd: {
            answeredBy: string | null;
            comment: string | null;
            decision: string;
            /** @description What goes out instead. */
            edited: {
                /** @description What would go out, as HTML. */
                html?: string | null;
                /** @description What the person wrote or said, to which this is the answer. */
                said?: string | null;
                /** @description Subject line. */
                subject?: string | null;
                /** @description What would go out, as plain text. */
                text?: string | null;
            } | null;
            id: string;
            state: components["schemas"]["ApprovalState"];
            /** Format: date-time */
            until: string;
        };
        /**
         * @description `expired`: nobody answered in time. Silence never approves.
         * @enum {string}
         */
        ApprovalState: "open" | "approved" | "edited" | "rejected" | "expired";
        /** @description Opens an approval if the answer is `needs-human`. */
        ApprovalWish: {
            /**
             * @description How long it waits. Silence never approves: afterwards it is `expired`.
             * @default 1440
             */
            minutes?: number;
            resume?: {
                /** @description Id of a connection an admin registered; left out, the first one that covers the address. */
                connection?: string;
                /**
                 * Format: uri
                 * @description Is called once it is answered. Must lie on the origin of the connection, under its path.
                 */
                url: string;
            };
            /**
             * @description Names of the people who may answer; empty: anybody whose key may.
             * @default []
             */
            who?: string[];
        };
        BatchRequest: {
            /**
             * @description What is about to happen: `message.send`, `message.reply`, `post.publish`, `booking.create`, `booking.change`, `booking.cancel`, `payment.refund`, `record.delete`, `decision.about-person`, or one that the profile names.
             * @example message.send
             */
            action: string;
            approval?: components["schemas"]["ApprovalWish"];
            /**
             * @description Whom it reaches.
             * @enum {string|null}
             */
            audience?: "customer" | "partner" | "staff" | "public" | null;
            /** @description Who asks, e.g. `zapier/new-order`. */
            caller: string;
            /** @description The way it takes: `email`, `sms`, `whatsapp`, `messenger`, `chat`, `voice`, `push`, `letter`, `social`, `web`, `internal`, or one that the profile names. */
            channel?: string | null;
            content?: components["schemas"]["Content"];
            facts?: components["schemas"]["Facts"];
            flow?: components["schemas"]["FlowReference"];
            /** @description Names this very request: sent again with it, it is the same decision. */
            idempotencyKey?: string;
            recipient?: components["schemas"]["Recipient"];
        };
        /** @description What would go out. What is left out does not go out. */
        Content: {
            /** @description What would go out, as HTML. */
            html?: string | null;
            /** @description What the person wrote or said, to which this is the answer. */
            said?: string | null;
            /** @description Subject line. */
            subject?: string | null;
            /** @description What would go out, as plain text. */
            text?: string | null;
        } | null;
        Decision: {
            answer: components["schemas"]["AnswerKind"];
            /** @description The approval that was opened, if one was asked for and is needed. */
            approval: {
                id: string;
                state: components["schemas"]["ApprovalState"];
                /** Format: date-time */
                until: string;
            } | null;
            /** Format: date-time */
            at: string;
            /**
             * @description What it uses up of the limits of this recipient. Give it back with `DELETE .../contact` if nothing was sent.
             * @enum {string}
             */
            contact: "none" | "reserved" | "used" | "released";
            /**
             * @description Whether the content is still kept, encrypted, to replay the decision.
             * @enum {string}
             */
            content: "none" | "kept" | "expired" | "erased";
            /** @description null for a dry run: nothing was kept. */
            id: string | null;
            /** @description The answer in one sentence. */
            message: string;
            obligations: components["schemas"]["Obligation"][];
            /** @description What commitments at `observe` would have said; recorded, never acted on. */
            observed: components["schemas"]["Reason"][];
            /** @description Gravest first. */
            reasons: components["schemas"]["Reason"][];
            /** @description Version of the profile as it was put; null without a profile. */
            revision: number | null;
            versions: components["schemas"]["AnswerVersions"];
        };
        /**
         * @description What a reason does to the answer. `warn` and `observe` do not change it.
         * @enum {string}
         */
        Effect: "block" | "needs-human" | "warn" | "observe";
        /**
         * @description How strictly a commitment holds. `observe`: shown only. `warn`: asks for an adjustment. `approve`: published only after the owner signs off. `block`: refused.
         * @default warn
         * @enum {string}
         */
        Enforcement: "observe" | "warn" | "approve" | "block";
        /**
         * @description How the verdict is known: read off the graph, seen at run time, said by a named person, or inferred from wording.
         * @enum {string}
         */
        Evidence: "proven" | "observed" | "attested" | "inferred";
        /** @description What is known about it. What is left out or null is not known. */
        Facts: {
            /** @description Did a model write or decide it? */
            aiGenerated?: boolean | null;
            /** @description How much money it moves, in `currency`. */
            amount?: number | null;
            /** @description How sure the model says it is. */
            confidence?: number | null;
            /** @description Does the decision weigh on the person: a refusal, a price, a job, credit, care? */
            consequential?: boolean | null;
            currency?: string | null;
            /**
             * @description Who made the decision that this carries out.
             * @enum {string|null}
             */
            decidedBy?: "person" | "rule" | "model" | null;
            /** @description Facts of your own, as the profile declares them for its own rules. */
            own?: {
                [key: string]: boolean | number | string | null;
            } | null;
            /** @description Has a person been offered in this conversation? */
            personOffered?: boolean | null;
            /**
             * @description Why it is sent: `marketing`; `service`, such as a reminder; `transaction`: asked for by the recipient or needed by them, such as a confirmation or a bill.
             * @enum {string|null}
             */
            purpose?: "marketing" | "service" | "transaction" | null;
            /** @description Name of the person who has read and accepted exactly this. */
            reviewedBy?: string | null;
            /**
             * @description How the person sounds.
             * @enum {string|null}
             */
            sentiment?: "positive" | "neutral" | "negative" | "distressed" | null;
            /** @description Answers the machine has given in this conversation. */
            turns?: number | null;
        } | null;
        /** @description The automation that asks, as Plumbline knows it. */
        FlowReference: {
            id: string;
            source: string;
        } | null;
        /** @description With `allow`: a condition of it. With another answer: what would have to be done, then ask again. */
        Obligation: {
            commitment: string;
            /** @enum {string} */
            kind: "wait-until";
            /** @description The same in plain words. */
            message: string;
            rule: string;
            /** @description Zone of the recipient, where it gave the moment. */
            timeZone: string | null;
            /**
             * Format: date-time
             * @description Not before this moment, UTC.
             */
            until: string;
        } | {
            commitment: string;
            /** @enum {string} */
            kind: "add-text";
            /** @description The same in plain words. */
            message: string;
            rule: string;
            /** @description Has to stand in what goes out. */
            text: string;
        };
        Reason: {
            /** @description Read back up the chain: `because you said "..."`. */
            because: string;
            /** @description Id of the commitment that binds it. */
            commitment: string;
            effect: components["schemas"]["Effect"];
            enforcement: components["schemas"]["Enforcement"];
            evidence: components["schemas"]["Evidence"];
            /** @description What is wrong for whom, then what to do. */
            message: string;
            /** @description For `unknown`: what somebody has to tell. */
            question?: string;
            /** @description Id of the rule, built in or own. */
            rule: string;
            /** @description Id of the value it serves. */
            value: string;
            /** @enum {string} */
            verdict: "fail" | "unknown";
        };
        /** @description Whom it reaches. What is left out is not known. */
        Recipient: {
            /** @description Where it goes, as you have it: an e-mail address, a phone number, a chat id. */
            address?: string | null;
            /** @description ISO 3166 code of the country a phone number without a prefix belongs to, e.g. `DE`. */
            country?: string | null;
            /** @description BCP 47 language tag the recipient reads, e.g. `de-AT`. */
            locale?: string | null;
            /** @description IANA time zone the recipient lives in, e.g. `Europe/Berlin`. */
            timeZone?: string | null;
        } | null;
        /** @description Something that was done without an answer. */
        UnansweredAction: {
            /**
             * Format: date-time
             * @description When it went.
             */
            at: string;
            /** @description Names it: told again, it is the same one. */
            id: string;
            request: {
                /**
                 * @description What is about to happen: `message.send`, `message.reply`, `post.publish`, `booking.create`, `booking.change`, `booking.cancel`, `payment.refund`, `record.delete`, `decision.about-person`, or one that the profile names.
                 * @example message.send
                 */
                action: string;
                /**
                 * @description Whom it reaches.
                 * @enum {string|null}
                 */
                audience?: "customer" | "partner" | "staff" | "public" | null;
                /** @description Who asks, e.g. `zapier/new-order`. */
                caller: string;
                /** @description The way it takes: `email`, `sms`, `whatsapp`, `messenger`, `chat`, `voice`, `push`, `letter`, `social`, `web`, `internal`, or one that the profile names. */
                channel?: string | null;
                facts?: components["schemas"]["Facts"];
                flow?: components["schemas"]["FlowReference"];
                recipient?: components["schemas"]["Recipient"];
            };
            /** @description Why there was no answer. */
            why: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
