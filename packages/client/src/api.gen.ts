// Generated from the API's description: `pnpm generate`.
export interface paths {
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This description, for people */
        get: operations["getDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Does the process answer? */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures for Prometheus
         * @description Of the whole installation, so it takes an admin key. From this machine no key is needed, unless the request came through a proxy.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This description, for machines */
        get: operations["getDescription"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Can it do its work?
         * @description Asks the store. Judging that is late does not make this process unready: decisions are still answered.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List businesses
         * @description An admin key sees all of them, any other key the one it is bound to.
         */
        get: operations["listBusinesses"];
        put?: never;
        /**
         * Create a business
         * @description Needs an admin key.
         */
        post: operations["createBusiness"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a business */
        get: operations["getBusiness"];
        put?: never;
        post?: never;
        /**
         * Delete a business
         * @description With its profile, keys, flows and findings; its audit trail stays. Cannot be undone. Needs an admin key.
         */
        delete: operations["deleteBusiness"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/alert-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get how people are told */
        get: operations["getAlertSettings"];
        /**
         * Say how people are told
         * @description At once, or together what came in an hour or a day. Messages that wait already are not moved.
         */
        put: operations["putAlertSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/alert-targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List where people are told */
        get: operations["listAlertTargets"];
        put?: never;
        /**
         * Have people told
         * @description By e-mail, in Slack, Teams or Discord, or by a signed webhook. In words that an owner understands: what changed, which promise, whom it affects, what to do.
         */
        post: operations["addAlertTarget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/alert-targets/{target}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Tell nobody there any more */
        delete: operations["removeAlertTarget"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what does not stand well
         * @description Or did: one alert for each flow, from when it got worse until it is aligned again.
         */
        get: operations["listAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/alerts/{alert}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that it has been seen
         * @description It opens again when it gets worse.
         */
        post: operations["acknowledgeAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/alerts/{alert}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put it off
         * @description Nobody is told before that moment. If it still stands then, everybody is told once more.
         */
        post: operations["snoozeAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List approvals
         * @description What waits for a person, or has, oldest first.
         */
        get: operations["listApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/approvals/{approval}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an approval with what would go out */
        get: operations["getApproval"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/approvals/{approval}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve, edit or reject
         * @description The first answer counts. Whoever asked is called at the resume address, if there is one. Silence never approves.
         */
        post: operations["answerApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/approvals/see": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See how approvals stand
         * @description For whoever waits for them: up to 1,000 at once. A key with `decide` sees those of its own questions, one with `read` any.
         */
        post: operations["seeApprovals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the programs that may be called back */
        get: operations["listConnections"];
        put?: never;
        /**
         * Register a program that may be called back
         * @description Only addresses on its origin and under its path are ever called, signed in the scheme of Standard Webhooks. Needs an admin key.
         */
        post: operations["addConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/connections/{connection}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a connection away
         * @description Calls that wait are given up. Needs an admin key.
         */
        delete: operations["removeConnection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/decision-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the decision log
         * @description One JSON object a line, oldest first: every answer as it was given, and nothing that tells whom it was about.
         */
        get: operations["exportDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List decisions
         * @description Oldest first, without content.
         */
        get: operations["listDecisions"];
        put?: never;
        /**
         * Ask before you act
         * @description May this happen? The answer is `allow`, `needs-human` or `block`; or, kept apart, `no-policy` or `error`: act on `allow` only. It is kept before you get it. Every answer is a 200; anything else is no answer, and no permission either.
         */
        post: operations["askDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/decisions/{decision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a decision
         * @description As it was answered, without content.
         */
        get: operations["getDecision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/decisions/{decision}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Give a contact back
         * @description Because nothing was sent after all. An approval that is still open ends with it.
         */
        delete: operations["releaseContact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/decisions/{decision}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a decision again from its record
         * @description Under the versions of then, and under the profile of today. Keeps nothing.
         */
        post: operations["replayDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/decisions/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask up to 1,000 questions at once
         * @description Answered in their order, each counting for those after it. All are kept, or none.
         */
        post: operations["askDecisions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List messages and how it goes with them
         * @description To programs and to people, oldest first. `state=parked`: what was given up.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/deliveries/{delivery}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message again
         * @description At once, under the id it has always had, whether it was given up or taken.
         */
        post: operations["replayDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/drift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what is not as it was signed off
         * @description Flows that differ from their sign-off, with the causes in plain words, and indicators outside their usual band.
         */
        get: operations["getDrift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase what is kept of a person
         * @description Content, and which decisions reached them. An opt-out and counted contacts stay as hashes, because they protect the person. Cannot be undone.
         */
        post: operations["eraseRecipient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List flows
         * @description Published versions and drafts, without findings; the matrix has their standing.
         */
        get: operations["listFlows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/flows/{source}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a flow with its findings
         * @description The published version, with a draft beside it; or the draft where nothing is published.
         */
        get: operations["getFlow"];
        /**
         * Put a flow
         * @description Keeps the workflow under its id and has it judged. The same content again makes no new revision; a draft that does what the published version does is no draft.
         */
        put: operations["putFlow"];
        post?: never;
        /**
         * Remove a flow
         * @description It counts no more. What was found about it is kept, and putting it again reopens it.
         */
        delete: operations["deleteFlow"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/flows/{source}/{id}/attestations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the answers of people about a flow */
        get: operations["listAttestations"];
        put?: never;
        /**
         * Answer what the file cannot tell
         * @description The answer of a named person to the question of one place. It counts as long as the part of the flow it speaks of stays as it is; an edit elsewhere keeps it.
         */
        post: operations["attestAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/flows/{source}/{id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare two versions of a flow
         * @description Steps, links and settings that were added, removed or changed. Positions and notes never show; what looks like a secret is masked.
         */
        get: operations["compareFlowVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/flows/{source}/{id}/gate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * May this version be published?
         * @description Judged within the request. A broken promise at `block` refuses; at `approve` it refuses until the owner has signed off this version; what cannot be told is published and asked, unless the promise says otherwise; a fault that the version that runs has too is no reason, unless the promise says so.
         */
        post: operations["gateFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/flows/{source}/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get every evaluation of a flow
         * @description One entry whenever it stood on or said something else, newest first, with the hashes of all that went in and why it differs.
         */
        get: operations["getFlowHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/flows/{source}/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Tell what there is of a flow now
         * @description Both versions at once; what is null is removed. Judged afterwards.
         */
        put: operations["reportFlow"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/flows/{source}/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Judge a flow again after a fault of ours
         * @description A flow whose judging failed on our side is parked; this has it tried again.
         */
        post: operations["retryFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/flows/{source}/{id}/sign-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign off a flow as it stands
         * @description Drift is measured from here, and where a promise is at `approve` this version may be published. Name the `fingerprint` that was looked at, so that nothing else is signed.
         */
        post: operations["signOffFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/flows/{source}/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the versions of a flow that are kept */
        get: operations["listFlowVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/flows/{source}/{id}/waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the faults of a flow that were accepted */
        get: operations["listWaivers"];
        put?: never;
        /**
         * Accept a fault until a time
         * @description Bound to the places it names. A promise can forbid it (`waivers: forbidden`), or ask for somebody else than who changed the flow last (`by-another`).
         */
        post: operations["waiveFault"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List handed over conversations
         * @description What waits for a person, or has, oldest first, without content.
         */
        get: operations["listHandovers"];
        put?: never;
        /**
         * Hand a conversation over to a person
         * @description Puts it into the inbox. The conversation is kept encrypted, while it is open and then for a time. The same again under one `idempotencyKey` is the same one.
         */
        post: operations["openHandover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/handovers/{handover}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a handed over conversation with what was said */
        get: operations["getHandover"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/handovers/{handover}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that somebody has seen to it
         * @description The first one counts; whoever comes later is told who it was.
         */
        post: operations["closeHandover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the keys of a business
         * @description Needs an admin key.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Make a key for a business
         * @description It is bound to this business. Needs an admin key.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/keys/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a key of a business
         * @description Needs an admin key.
         */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the alignment matrix
         * @description Every current flow against every value of the profile, and how far the judging has come.
         */
        get: operations["getMatrix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the indicators of each value over time
         * @description By day, UTC.
         */
        get: operations["getOutcomes"];
        put?: never;
        /**
         * Record how an indicator stands
         * @description One outcome, or up to 1,000 in a list. The same again is recorded once.
         */
        post: operations["recordOutcomes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/oversight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what people have added
         * @description Sign-offs, answers, waivers and practices in one list, newest first: what holds, until when, what lapses soon, what has lapsed and why.
         */
        get: operations["listOversight"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/oversight/{oversight}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take something back
         * @description It counts no more from now on, and stays in the list.
         */
        delete: operations["revokeOversight"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/practices/{practice}/attestations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Vouch for a practice
         * @description For as long as the profile says that it holds, or shorter.
         */
        post: operations["attestPractice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the values profile */
        get: operations["getProfile"];
        /**
         * Put the values profile
         * @description Adds a version; the same profile again adds none. Every version is kept, so `If-Match` is not required; with it, a change that somebody else made in the meantime is not overwritten. Flows are judged afterwards: see `evaluation`.
         */
        put: operations["putProfile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/profile/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See what a profile would change
         * @description Send a draft: which flows would stand differently, and which decisions of the last days would have gone otherwise. Keeps nothing.
         */
        post: operations["previewProfile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far has the judging come?
         * @description What is done, what is left, since when and how fast, and what is parked by a fault of ours.
         */
        get: operations["getProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the systems whose flows are read by themselves */
        get: operations["listSources"];
        put?: never;
        /**
         * Have the workflows of an n8n read from now on
         * @description Over its public API, with a key that may list and read workflows. The key is kept encrypted and never shown. Needs an admin key.
         */
        post: operations["addSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/sources/{from}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See how a source stands */
        get: operations["getSource"];
        put?: never;
        post?: never;
        /**
         * Read a source no more
         * @description Its key is forgotten. Its flows stay as they were read last. Needs an admin key.
         */
        delete: operations["removeSource"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/sources/{from}/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give a source another key
         * @description It is read with that one from now on, within a minute. Its flows and all that is known of them stay. Needs an admin key.
         */
        put: operations["setSourceKey"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/sources/{from}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a source now
         * @description Takes in what is new or has changed, and closes what is gone. However it fails, what is known stays; `source.state` says how it went. Needs an admin key.
         */
        post: operations["syncSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the programs that are told of events
         * @description A key with `decide` sees those made with it, one with `read` all.
         */
        get: operations["listSubscriptions"];
        put?: never;
        /**
         * Have a program told of events
         * @description Each event is posted to the address, signed in the scheme of Standard Webhooks, until it is taken. The id in `webhook-id` is that of the event: it stays the same over attempts.
         */
        post: operations["addSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/subscriptions/{subscription}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a subscription */
        get: operations["getSubscription"];
        put?: never;
        post?: never;
        /**
         * Tell a program of nothing any more
         * @description A key with `decide` may take away those made with it, one with `write` any.
         */
        delete: operations["removeSubscription"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/suppressions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who is not to be written to
         * @description By what stands for them; addresses are not kept.
         */
        get: operations["listSuppressions"];
        put?: never;
        /**
         * Note that somebody is not to be written to
         * @description A later note about the same person replaces the earlier one.
         */
        post: operations["suppress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/suppressions/{recipient}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take somebody off that list
         * @description Because they asked for it.
         */
        delete: operations["unsuppress"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/businesses/{business}/unanswered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell what was done without an answer
         * @description What went ahead while no answer could be had. It stands in the log as `error`, with what the promises say of it, and counts for the limits of its recipient. The same again is recorded once.
         */
        post: operations["recordUnanswered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Judge workflows and keep nothing
         * @description The same report as `plumbline check --format json`. From this machine no key is needed, unless the request came through a proxy.
         */
        post: operations["checkWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the checks there are */
        get: operations["listChecks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the admin keys
         * @description Needs an admin key.
         */
        get: operations["listAdminKeys"];
        put?: never;
        /**
         * Make an admin key
         * @description It may do everything, in every business. Needs an admin key.
         */
        post: operations["createAdminKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an admin key
         * @description When the last one is revoked, the next start prints a new one. Needs an admin key.
         */
        delete: operations["revokeAdminKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get who this key is
         * @description Any key may ask. In every other path `~` stands for the business it is bound to: `/v1/businesses/~/decisions`.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        AcknowledgeAlert: {
            /** @description Name of the person who says so. */
            by: string;
            comment?: string;
        };
        AddAlertTarget: {
            /**
             * @description null: as the business has it.
             * @default null
             * @enum {string|null}
             */
            digest?: "at-once" | "hourly" | "daily" | null;
            /**
             * @default [
             *       "flow.drifted",
             *       "flow.recovered",
             *       "flow.stopped",
             *       "approval.waiting",
             *       "handover.waiting",
             *       "evaluation.stale",
             *       "evaluation.recovered",
             *       "confirmation.expiring",
             *       "confirmation.expired",
             *       "indicator.moved"
             *     ]
             */
            events?: components["schemas"]["EventType"][];
            /** @example The shop on Slack */
            name: string;
            /**
             * @description Where people are told: addresses for `email`, the address of an incoming webhook for all others. In a private network only where a connection allows it.
             * @example {
             *       "channel": "slack",
             *       "url": "https://hooks.slack.com/services/T0/B0/xyz"
             *     }
             */
            place: {
                /** @enum {string} */
                channel: "email";
                to: string[];
            } | {
                /** @enum {string} */
                channel: "slack";
                /** Format: uri */
                url: string;
            } | {
                /** @enum {string} */
                channel: "teams";
                /** Format: uri */
                url: string;
            } | {
                /** @enum {string} */
                channel: "discord";
                /** Format: uri */
                url: string;
            } | {
                /** @enum {string} */
                channel: "webhook";
                /** Format: uri */
                url: string;
            };
        };
        AddConnection: {
            /**
             * @description It may lie in a private network, such as on this machine.
             * @default false
             */
            allowPrivate?: boolean;
            /** @example n8n of the shop */
            name: string;
            /**
             * Format: uri
             * @description Scheme, host and port, nothing behind.
             */
            origin: string;
            /** @description `*` stands for one part of the path, `**` at the end for any. */
            path: string;
        };
        AddedAlertTarget: {
            /** @enum {string} */
            channel: "email" | "slack" | "teams" | "discord" | "webhook";
            /** Format: date-time */
            createdAt: string;
            digest: components["schemas"]["Digest"];
            events: components["schemas"]["EventType"][];
            id: string;
            name: string;
            /** @description Of a signed webhook, shown this once: `whsec_...`, Standard Webhooks. */
            secret: string | null;
            /** @description Addresses, or the host of the webhook, whose rest is a secret. */
            to: string[];
        };
        AddedConnection: {
            connection: components["schemas"]["Connection"];
            /** @description Shown this once. Calls are signed with it: `whsec_...`, Standard Webhooks. */
            secret: string;
        };
        AddedSubscription: {
            /** Format: date-time */
            createdAt: string;
            events: components["schemas"]["EventType"][];
            id: string;
            /** @description Shown this once. Calls are signed with it: `whsec_...`, Standard Webhooks. */
            secret: string;
            url: string;
        };
        AddSource: {
            /**
             * @description It may lie in a private network, such as on this machine.
             * @default false
             */
            allowPrivate?: boolean;
            /** @description A key of its public API that may list and read workflows. Kept encrypted, never shown. */
            key: string;
            /** @enum {string} */
            kind: "n8n";
            /** @description Needed from the second n8n on: its flows get the `source` `n8n-` and this name. */
            name?: string;
            /**
             * @description It takes the place of one whose flows have the same `source`. Once it is read, flows that it does not have are closed.
             * @default false
             */
            replace?: boolean;
            /**
             * Format: uri
             * @description Where n8n answers, as you open it in a browser.
             * @example https://n8n.example.org
             */
            url: string;
        };
        AddSubscription: {
            /**
             * @description What to tell of.
             * @default [
             *       "flow.drifted",
             *       "flow.recovered",
             *       "flow.stopped",
             *       "approval.waiting",
             *       "handover.waiting",
             *       "evaluation.stale",
             *       "evaluation.recovered",
             *       "confirmation.expiring",
             *       "confirmation.expired",
             *       "indicator.moved"
             *     ]
             */
            events?: components["schemas"]["EventType"][];
            /**
             * Format: uri
             * @description Called with each event. In a private network only where a connection allows it.
             * @example https://n8n.example.org/webhook/3f2a
             */
            url: string;
        };
        /** @description Something that does not stand well, or did. */
        Alert: {
            /** @description Who acknowledged it or put it off. */
            by: string | null;
            /** Format: date-time */
            changedAt: string;
            comment: string | null;
            event: {
                id: string;
                type: components["schemas"]["EventType"];
            } | null;
            id: string;
            parts: {
                label: string;
                text: string;
            }[];
            /**
             * Format: date-time
             * @description When it began, this time.
             */
            since: string;
            /**
             * Format: date-time
             * @description Nobody is told before this moment.
             */
            snoozedUntil: string | null;
            /** @enum {string} */
            state: "open" | "acknowledged" | "recovered";
            /**
             * @description What it is about.
             * @example flow n8n/7
             */
            subject: string;
            title: string;
        };
        AlertPage: {
            items: components["schemas"]["Alert"][];
            next: string | null;
        };
        /** @description How people of the business are told, unless a target says otherwise. */
        AlertSettings: {
            /**
             * @description When a daily message goes out, on the clock of `timeZone`.
             * @example 08:00
             */
            dailyAt: string;
            digest: components["schemas"]["Digest"];
            /** @example Europe/Berlin */
            timeZone: string;
        };
        /** @description Where people of the business are told. */
        AlertTarget: {
            /** @enum {string} */
            channel: "email" | "slack" | "teams" | "discord" | "webhook";
            /** Format: date-time */
            createdAt: string;
            digest: components["schemas"]["Digest"];
            events: components["schemas"]["EventType"][];
            id: string;
            name: string;
            /** @description Addresses, or the host of the webhook, whose rest is a secret. */
            to: string[];
        };
        AlertTargetList: {
            items: components["schemas"]["AlertTarget"][];
        };
        AnswerApproval: {
            /** @enum {string} */
            answer: "approve";
            /** @description Name of the person who decides. */
            by: string;
            comment?: string;
        } | {
            /** @enum {string} */
            answer: "edit";
            /** @description Name of the person who decides. */
            by: string;
            comment?: string;
            /** @description What is to go out instead. */
            content: {
                /** @description What would go out, as HTML. */
                html?: string | null;
                /** @description Subject line. */
                subject?: string | null;
                /** @description What would go out, as plain text. */
                text?: string | null;
            };
        } | {
            /** @enum {string} */
            answer: "reject";
            /** @description Name of the person who decides. */
            by: string;
            comment?: string;
        };
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
        Approval: {
            action: string;
            /** Format: date-time */
            answeredAt: string | null;
            answeredBy: string | null;
            caller: string;
            channel: string | null;
            comment: string | null;
            /** Format: date-time */
            createdAt: string;
            decision: string;
            /** @description How the call to the resume address goes; null where none is made. */
            delivery: {
                attempts: number;
                lastResult: string | null;
                /** @enum {string} */
                state: "waiting" | "delivered" | "parked" | "dropped";
            } | null;
            id: string;
            /** @description Why it needs a person, in one sentence. */
            message: string;
            /** @description Gravest first. */
            reasons: components["schemas"]["Reason"][];
            state: components["schemas"]["ApprovalState"];
            /** Format: date-time */
            until: string;
            /** @description Who may answer; empty: anybody whose key may. */
            who: string[];
        };
        ApprovalDetail: {
            action: string;
            /** Format: date-time */
            answeredAt: string | null;
            answeredBy: string | null;
            caller: string;
            channel: string | null;
            comment: string | null;
            /** @description What would go out; null once it is not kept. */
            content: {
                /** @description What would go out, as HTML. */
                html?: string | null;
                /** @description What the person wrote or said, to which this is the answer. */
                said?: string | null;
                /** @description Subject line. */
                subject?: string | null;
                /** @description What would go out, as plain text. */
                text?: string | null;
            } | null;
            /** Format: date-time */
            createdAt: string;
            decision: string;
            /** @description How the call to the resume address goes; null where none is made. */
            delivery: {
                attempts: number;
                lastResult: string | null;
                /** @enum {string} */
                state: "waiting" | "delivered" | "parked" | "dropped";
            } | null;
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
            /** @description Why it needs a person, in one sentence. */
            message: string;
            /** @description Gravest first. */
            reasons: components["schemas"]["Reason"][];
            state: components["schemas"]["ApprovalState"];
            /** @description The address it goes to, while it is kept. */
            to: string | null;
            /** Format: date-time */
            until: string;
            /** @description Who may answer; empty: anybody whose key may. */
            who: string[];
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
        /** @description Those that were found. */
        ApprovalEnds: {
            approvals: components["schemas"]["ApprovalEnd"][];
        };
        ApprovalPage: {
            items: components["schemas"]["Approval"][];
            next: string | null;
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
        /** @description May this happen? What is left out or null is not known. */
        AskDecision: {
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
            /**
             * @description Answers, but keeps and uses up nothing.
             * @default false
             */
            dryRun?: boolean;
            facts?: components["schemas"]["Facts"];
            flow?: components["schemas"]["FlowReference"];
            recipient?: components["schemas"]["Recipient"];
        };
        AskDecisions: {
            /**
             * @description Answers, but keeps and uses up nothing.
             * @default false
             */
            dryRun?: boolean;
            requests: components["schemas"]["BatchRequest"][];
        };
        AskGate: {
            /** @description The version that runs now; null if none does. Left out: the published version kept here. */
            live?: {
                [key: string]: unknown;
            } | null;
            /** @description The version that is about to be published. */
            workflow: {
                [key: string]: unknown;
            };
        };
        /** @description A person’s answer to what the file cannot tell. */
        AttestAnswer: {
            /** @description Id of the answer that was there, null for none. If somebody has answered since, nothing is kept. */
            answered?: string | null;
            /**
             * @description The person who says so.
             * @example Maria
             */
            by: string;
            /** @description `closure` of the version that was looked at; if the flow, or what it leans on, is another one now, nothing is kept. */
            closure?: string;
            /**
             * @description In their own words.
             * @default
             */
            comment?: string;
            /** @description Where several promises ask different things at this place: which one. */
            commitment?: string;
            /** @description true: the promise is kept there. false: it is not. */
            holds: boolean;
            /** @description Key of the occurrence whose question is answered. */
            key: string;
            /** @description The question as it was put. If it is not put so any more, nothing is kept; where several are put at this place, it says which one. */
            question?: string;
            /**
             * Format: date-time
             * @description When it ends by itself.
             * @example 2026-12-31T17:00:00+01:00
             */
            until?: string;
        };
        /** @description Somebody vouches for what only people can do. */
        AttestPractice: {
            /**
             * @description The person who says so.
             * @example Maria
             */
            by: string;
            /**
             * @description In their own words.
             * @default
             */
            comment?: string;
            /**
             * Format: date-time
             * @description When it ends; left out, and at most, as long as the profile says that it holds.
             * @example 2026-12-31T17:00:00+01:00
             */
            until?: string;
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
        /** @description The commitment, and the value above it, that asked for this. */
        Because: {
            commitment: string;
            enforcement: components["schemas"]["Enforcement"];
            /** @enum {string} */
            onUnknown: "ask" | "refuse";
            value: string;
        };
        BoundCheck: {
            /** @description Id of a check, see `plumbline explain`. */
            check: string;
            /** @default {} */
            options?: {
                [key: string]: unknown;
            };
        };
        /** @description A question to every decision of these actions. */
        BoundRule: {
            /** @description Asked of these actions only, instead of those the rule is made for. */
            actions?: string[];
            /** @description Asked on these channels only. */
            channels?: string[];
            /** @default {} */
            options?: {
                [key: string]: unknown;
            };
            /** @description Id of a run-time rule, built in or one of `ownRules`. */
            rule: string;
        };
        /** @description One tenant: a profile, its flows, its keys. */
        Business: {
            /** Format: date-time */
            createdAt: string;
            id: string;
            name: string;
        };
        BusinessPage: {
            items: components["schemas"]["Business"][];
            next: string | null;
        };
        Cause: {
            /** @description Commitments, checks, occurrence keys, practices or indicators it speaks of. */
            about: string[];
            /** @description Which steps, links and settings, where known. */
            diff: {
                links: components["schemas"]["LinkChange"][];
                settings: components["schemas"]["SettingChange"][];
                steps: components["schemas"]["StepChange"][];
            } | null;
            /** @description Which other flow it was; null for the flow itself. */
            flow: {
                id: string;
                name: string;
            } | null;
            /**
             * @description `first`: judged for the first time. `returned`: back after it had been taken away. `flow`, `sub-flow`, `error-flow`, `conversation`: that flow was changed. `fault`: a check failed on our side.
             * @enum {string}
             */
            kind: "first" | "returned" | "flow" | "sub-flow" | "error-flow" | "conversation" | "profile" | "checks" | "reader" | "attestation-given" | "attestation-lapsed" | "waiver-given" | "waiver-lapsed" | "practice-lapsed" | "indicator" | "fault";
            /** @description One sentence without its full stop, e.g. "`Ask Maria on Slack` was removed". */
            words: string;
        };
        /** @description One flow against one value. */
        Cell: {
            adjustments: string[];
            /** @enum {string} */
            label: "compromises" | "unknown" | "enhances" | "upholds" | "not-touched";
            value: string;
        };
        Check: {
            appliesTo: string;
            id: string;
            /** @description JSON Schema of its options. */
            options: {
                [key: string]: unknown;
            };
            since: string;
            summary: string;
            title: string;
            values: string[];
            version: number;
        };
        CheckList: {
            items: components["schemas"]["Check"][];
        };
        /** @description What `plumbline check --format json` prints. */
        CheckReport: {
            checks: {
                version: string;
            };
            errors: components["schemas"]["FileError"][];
            flows: components["schemas"]["FlowReport"][];
            profile: {
                hash: string;
                name: string;
                version: string;
            };
            summary: components["schemas"]["Summary"];
            /**
             * @description Version of this format.
             * @enum {number}
             */
            version: 1;
        };
        CheckWorkflow: {
            /** @description A values profile; without one every check is asked, at `warn`. */
            profile?: unknown;
            /** @description A workflow as n8n exports it, or several in a list. */
            workflow: {
                [key: string]: unknown;
            } | unknown[];
        };
        CloseHandover: {
            /** @description Name of the person who has seen to it; left out, the name of the key. */
            by?: string;
            comment?: string;
        };
        /** @description One promise under a value. */
        Commitment: {
            /**
             * @description At publishing, when what runs has the same fault: let the edit through, or refuse.
             * @default keep
             * @enum {string}
             */
            alreadyLive?: "keep" | "refuse";
            /** @default [] */
            checks?: components["schemas"]["BoundCheck"][];
            enforcement?: components["schemas"]["Enforcement"];
            id: string;
            /**
             * @description At publishing, when a file cannot tell: publish and ask, or refuse.
             * @default ask
             * @enum {string}
             */
            onUnknown?: "ask" | "refuse";
            /** @default [] */
            practices?: components["schemas"]["Practice"][];
            /**
             * @description The promise in your own words.
             * @example A customer can always reach one of us
             */
            promise: string;
            /** @default [] */
            rules?: components["schemas"]["BoundRule"][];
            /**
             * @description May a fault be accepted until a time? `by-another`: not by the key that changed the flow last.
             * @default allowed
             * @enum {string}
             */
            waivers?: "allowed" | "by-another" | "forbidden";
        };
        /** @description Another program that may be called back. */
        Connection: {
            allowPrivate: boolean;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            id: string;
            name: string;
            origin: string;
            path: string;
        };
        ConnectionList: {
            items: components["schemas"]["Connection"][];
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
        CreateAdminKey: {
            /** @example n8n on the shop machine */
            name: string;
        };
        CreateBusiness: {
            /**
             * @description Yours to choose; made up if left out.
             * @example corner-bookshop
             */
            id?: string;
            /** @example The Corner Bookshop */
            name: string;
        };
        CreatedKey: {
            key: components["schemas"]["Key"];
            /** @description Shown this once; only its SHA-256 is kept. */
            secret: string;
        };
        CreateKey: {
            /** @example n8n on the shop machine */
            name: string;
            scopes: ("read" | "answer" | "write" | "decide" | "gate")[];
        };
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
        DecisionPage: {
            items: components["schemas"]["KeptDecision"][];
            next: string | null;
        };
        /** @description In the order of the requests. */
        Decisions: {
            decisions: components["schemas"]["Decision"][];
        };
        /** @description One message to one receiver. */
        Delivery: {
            approval: string | null;
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            events: {
                id: string;
                type: components["schemas"]["EventType"];
            }[];
            id: string;
            /**
             * @description `resume`: to whoever asked, how an approval ended. `subscription`: to a program, one event. `target`: to people. `reminder`: to people, again.
             * @enum {string}
             */
            kind: "resume" | "subscription" | "target" | "reminder";
            lastResult: string | null;
            /**
             * Format: date-time
             * @description Not before this moment; null if it does not wait.
             */
            nextAt: string | null;
            /** @description Id of the connection, subscription or alert target. */
            receiver: string;
            /**
             * @description `parked`: given up after days, or refused. `dropped`: there was nothing to tell any more.
             * @enum {string}
             */
            state: "waiting" | "delivered" | "parked" | "dropped";
        };
        DeliveryPage: {
            items: components["schemas"]["Delivery"][];
            next: string | null;
        };
        /**
         * @description `at-once`: the first at once, what follows within a minute together at its end.
         * @enum {string|null}
         */
        Digest: "at-once" | "hourly" | "daily" | null;
        /** @description What is not any more as it was signed off. */
        Drift: {
            indicators: components["schemas"]["IndicatorDrift"][];
            items: components["schemas"]["DriftItem"][];
            next: string | null;
        };
        DriftItem: {
            causes: components["schemas"]["Cause"][];
            /** @description null: the flow was removed. */
            change: {
                cells: {
                    /** @enum {string|null} */
                    after: "compromises" | "unknown" | "enhances" | "upholds" | "not-touched" | null;
                    /** @enum {string|null} */
                    before: "compromises" | "unknown" | "enhances" | "upholds" | "not-touched" | null;
                    value: string;
                }[];
                /** @enum {string} */
                direction: "worse" | "better" | "same";
                goneFaults: components["schemas"]["SnapshotPlace"][];
                goneQuestions: components["schemas"]["SnapshotPlace"][];
                /** @description Nothing that a promise cares about is different: recorded, and nobody is told. */
                harmless: boolean;
                /** @description Neither there before nor accepted now. */
                newFaults: components["schemas"]["SnapshotPlace"][];
                newQuestions: components["schemas"]["SnapshotPlace"][];
                /** @description null: the standing is the same. */
                standing: {
                    /** @enum {string} */
                    after: "not-assessed" | "blocked" | "needs-adjustment" | "needs-answers" | "aligned";
                    /** @enum {string|null} */
                    before: "not-assessed" | "blocked" | "needs-adjustment" | "needs-answers" | "aligned" | null;
                } | null;
            } | null;
            flow: {
                id: string;
                name: string | null;
                source: string;
                /**
                 * @description null: it was removed.
                 * @enum {string|null}
                 */
                state: "published" | "draft" | null;
            };
            now: {
                fingerprint: string;
                /** @description It is being judged anew; this is what is known so far. */
                pending: boolean;
                profile: number;
                /** @enum {string} */
                standing: "not-assessed" | "blocked" | "needs-adjustment" | "needs-answers" | "aligned";
            } | null;
            signedOff: {
                /** Format: date-time */
                at: string;
                by: string;
                fingerprint: string;
                id: string;
                /** @description Version of the values profile. */
                profile: number;
                /** @enum {string} */
                standing: "not-assessed" | "blocked" | "needs-adjustment" | "needs-answers" | "aligned";
            };
            /** @description How it came about, oldest first; the last ones. */
            steps: components["schemas"]["DriftStep"][];
            /** @description What changed and what follows, in plain words. */
            words: string;
        };
        /** @description One change on the way from the sign-off to now. */
        DriftStep: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            direction: "worse" | "better" | "same";
            id: string;
            words: string;
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
        Erased: {
            /** @description Decisions whose content and recipient are gone. */
            decisions: number;
            /** @description Handed over conversations that are gone; open ones are closed. */
            handovers: number;
        };
        EraseRecipient: {
            /** @description As you have it: an e-mail address, a phone number, a chat id. */
            address: string;
            /** @description Needed for a chat id, which means something there only. */
            channel?: string;
            /** @description ISO 3166 code, for a phone number without a prefix. */
            country?: string;
        };
        Evaluation: {
            /** @description Where the findings stand, or will. */
            href: string;
            /** @enum {string} */
            state: "done" | "pending";
        };
        /** @description A fault of ours while judging this flow. Others are not affected. */
        EvaluationFailure: {
            /** @description null: the flow could not even be looked at. */
            check: string | null;
            error: string;
        };
        /**
         * @description What can be told of as it happens.
         * @enum {string}
         */
        EventType: "flow.drifted" | "flow.recovered" | "flow.stopped" | "approval.waiting" | "approval.answered" | "handover.waiting" | "profile.changed" | "evaluation.stale" | "evaluation.recovered" | "confirmation.expiring" | "confirmation.expired" | "indicator.moved" | "indicator.back";
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
        FileError: {
            code: string;
            column?: number;
            file: string;
            line?: number;
            message: string;
        };
        Finding: {
            because: components["schemas"]["Because"][];
            check: string;
            evidence: components["schemas"]["Evidence"];
            occurrences: components["schemas"]["Occurrence"][];
            verdict: components["schemas"]["Verdict"];
        };
        /** @description What one version of a flow does differently from another. */
        FlowComparison: {
            diff: components["schemas"]["FlowDiff"];
            from: components["schemas"]["FlowVersion"];
            /** @description They do the same. */
            same: boolean;
            to: components["schemas"]["FlowVersion"];
            words: string;
        };
        FlowDetail: {
            cells: components["schemas"]["Cell"][];
            /** @description Fingerprint of the flow with everything it leans on. */
            closure: string;
            customerFacing: boolean | "unknown";
            /** @description A draft that stands beside the published version. */
            draft: {
                cells: components["schemas"]["Cell"][];
                /** @description Fingerprint of the flow with everything it leans on. */
                closure: string;
                customerFacing: boolean | "unknown";
                evaluation: components["schemas"]["Evaluation"];
                failures: components["schemas"]["EvaluationFailure"][];
                fingerprint: string;
                id: string;
                /** @enum {string} */
                kind: "chatbot" | "email-campaign" | "scheduling" | "social" | "back-office" | "other" | "unknown";
                name: string;
                overlays: components["schemas"]["OverlayOnFlow"][];
                /** @description Rises when what the flow does, or its name, changes. */
                revision: number;
                /** @description null: nobody has signed it off. */
                signedOff: {
                    /** Format: date-time */
                    at: string;
                    by: string;
                    comment: string;
                    /** @description Of the version that was signed. */
                    fingerprint: string;
                    id: string;
                    /**
                     * @description How it stood then.
                     * @enum {string}
                     */
                    standing: "not-assessed" | "blocked" | "needs-adjustment" | "needs-answers" | "aligned";
                } | null;
                source: string;
                /** @enum {string} */
                standing: "not-assessed" | "blocked" | "needs-adjustment" | "needs-answers" | "aligned";
                state: components["schemas"]["FlowState"];
                /** Format: date-time */
                updatedAt: string;
            } | null;
            evaluation: components["schemas"]["Evaluation"];
            failures: components["schemas"]["EvaluationFailure"][];
            findings: components["schemas"]["JudgedFinding"][];
            fingerprint: string;
            id: string;
            /** @enum {string} */
            kind: "chatbot" | "email-campaign" | "scheduling" | "social" | "back-office" | "other" | "unknown";
            name: string;
            overlays: components["schemas"]["OverlayOnFlow"][];
            /** @description null: this business has no profile yet. */
            profile: {
                hash: string;
                name: string;
                revision: number;
                version: string;
            } | null;
            /** @description Rises when what the flow does, or its name, changes. */
            revision: number;
            /** @description null: nobody has signed it off. */
            signedOff: {
                /** Format: date-time */
                at: string;
                by: string;
                comment: string;
                /** @description Of the version that was signed. */
                fingerprint: string;
                id: string;
                /**
                 * @description How it stood then.
                 * @enum {string}
                 */
                standing: "not-assessed" | "blocked" | "needs-adjustment" | "needs-answers" | "aligned";
            } | null;
            source: string;
            /** @enum {string} */
            standing: "not-assessed" | "blocked" | "needs-adjustment" | "needs-answers" | "aligned";
            state: components["schemas"]["FlowState"];
            /** Format: date-time */
            updatedAt: string;
        };
        FlowDiff: {
            links: components["schemas"]["LinkChange"][];
            settings: components["schemas"]["SettingChange"][];
            steps: components["schemas"]["StepChange"][];
        };
        FlowHead: {
            /** @description Fingerprint of the flow with everything it leans on. */
            closure: string;
            fingerprint: string;
            id: string;
            name: string;
            /** Format: date-time */
            removedAt: string | null;
            /** @description Rises when what the flow does, or its name, changes. */
            revision: number;
            source: string;
            state: components["schemas"]["FlowState"];
            /** Format: date-time */
            updatedAt: string;
        };
        FlowPage: {
            items: components["schemas"]["FlowHead"][];
            next: string | null;
        };
        /** @description The automation that asks, as Plumbline knows it. */
        FlowReference: {
            id: string;
            source: string;
        } | null;
        FlowReport: {
            cells: components["schemas"]["Cell"][];
            customerFacing: boolean | "unknown";
            file: string;
            findings: components["schemas"]["Finding"][];
            fingerprint: string;
            id: string | null;
            /** @enum {string} */
            kind: "chatbot" | "email-campaign" | "scheduling" | "social" | "back-office" | "other";
            name: string;
            /** @enum {string} */
            standing: "not-assessed" | "blocked" | "needs-adjustment" | "needs-answers" | "aligned";
        };
        /**
         * @description `published`: what runs. `draft`: kept beside it.
         * @enum {string}
         */
        FlowState: "published" | "draft";
        /** @description A version that is kept; `at`: when it first came. */
        FlowVersion: {
            /** Format: date-time */
            at: string;
            fingerprint: string;
            name: string;
        };
        FlowVersionPage: {
            items: components["schemas"]["FlowVersion"][];
            next: string | null;
        };
        GatePoint: {
            /**
             * @description `block`, `approve`, `cannot-tell` refuse. `already-live`: the version that runs has the same fault. `advice`: to adjust. `question`: to answer. `accepted`: under a waiver. `signed-off`: the owner has accepted this version.
             * @enum {string}
             */
            because: "block" | "approve" | "cannot-tell" | "already-live" | "advice" | "question" | "accepted" | "signed-off";
            check: string;
            commitment: string;
            enforcement: components["schemas"]["Enforcement"];
            occurrence: components["schemas"]["Occurrence"];
            promise: string;
            value: string;
        };
        GateVerdict: {
            /**
             * @description `no-policy`: this business has no profile that asks anything. `error`: a check failed on our side. Neither is a yes nor a no.
             * @enum {string}
             */
            answer: "publish" | "refuse" | "no-policy" | "error";
            fingerprint: string;
            /** @description In words, for whoever publishes. */
            message: string;
            profile: components["schemas"]["ProfileUsed"];
            refusals: components["schemas"]["GatePoint"][];
            /** @description Said, and no reason to refuse. */
            remarks: components["schemas"]["GatePoint"][];
        };
        /** @description A conversation that was handed over to a person. */
        Handover: {
            channel: string | null;
            /** Format: date-time */
            closedAt: string | null;
            closedBy: string | null;
            comment: string | null;
            /**
             * @description Whether the conversation is still kept, encrypted.
             * @enum {string}
             */
            content: "kept" | "expired" | "erased";
            /** Format: date-time */
            createdAt: string;
            /** @description The flow it comes from. */
            flow: {
                id: string;
                source: string;
            } | null;
            id: string;
            state: components["schemas"]["HandoverState"];
        };
        /** @description A conversation that a person is to go on with. */
        HandOver: {
            /** @description Where the conversation is held, e.g. `whatsapp`; a chat id means something there only. */
            channel?: string | null;
            /** @description What was said so far, oldest first. */
            conversation: components["schemas"]["Said"][];
            /** @description The flow it comes from. */
            flow?: {
                id: string;
                source: string;
            } | null;
            /** @description Names this very request: sent again with it, it is the same decision. */
            idempotencyKey?: string;
            /** @description Why a person is needed. */
            reason?: string | null;
            recipient?: components["schemas"]["Recipient"];
        };
        HandoverDetail: {
            channel: string | null;
            /** Format: date-time */
            closedAt: string | null;
            closedBy: string | null;
            comment: string | null;
            /**
             * @description Whether the conversation is still kept, encrypted.
             * @enum {string}
             */
            content: "kept" | "expired" | "erased";
            /** @description What was said; null once it is not kept. */
            conversation: components["schemas"]["Said"][] | null;
            /** Format: date-time */
            createdAt: string;
            /** @description The flow it comes from. */
            flow: {
                id: string;
                source: string;
            } | null;
            id: string;
            reason: string | null;
            state: components["schemas"]["HandoverState"];
            /** @description The customer's address, while it is kept. */
            to: string | null;
        };
        HandoverPage: {
            items: components["schemas"]["Handover"][];
            next: string | null;
        };
        /** @enum {string} */
        HandoverState: "open" | "closed";
        HeldOverlay: {
            /** @description Key of the place it speaks of. */
            about: string;
            /** @description Who said so. */
            by: string;
            id: string;
            /** @enum {string} */
            kind: "attestation" | "waiver";
            /** Format: date-time */
            until: string | null;
        };
        /** @description One evaluation of a flow. */
        HistoryEntry: {
            /** Format: date-time */
            at: string;
            causes: components["schemas"]["Cause"][];
            /** @enum {string} */
            direction: "worse" | "better" | "same";
            harmless: boolean;
            id: string;
            name: string;
            /** @description From 1, for what runs and for the draft apart. */
            number: number;
            /** @description What it stood on, with the hashes of everything that went in, and what it said. */
            snapshot: {
                cells: {
                    /** @enum {string} */
                    label: "compromises" | "unknown" | "enhances" | "upholds" | "not-touched";
                    value: string;
                }[];
                checks: {
                    check: string;
                    /** @description Canonical text of the options. */
                    options: string;
                    version: number;
                }[];
                closure: string;
                /** @description Checks that failed on our side. */
                failed: string[];
                /** @description Promises not kept, accepted ones included. */
                faults: components["schemas"]["SnapshotPlace"][];
                fingerprint: string;
                leansOn: components["schemas"]["Neighbour"][];
                /** @description What people had added and was in force here. */
                overlays: components["schemas"]["HeldOverlay"][];
                profile: {
                    hash: string;
                    version: number;
                };
                /** @description What nobody has answered yet. */
                questions: components["schemas"]["SnapshotPlace"][];
                reader: string;
                /** @enum {string} */
                standing: "not-assessed" | "blocked" | "needs-adjustment" | "needs-answers" | "aligned";
            };
            state: components["schemas"]["FlowState"];
        };
        HistoryPage: {
            items: components["schemas"]["HistoryEntry"][];
            next: string | null;
        };
        /** @description An indicator outside its usual band on its last complete day. */
        IndicatorDrift: {
            center: number;
            day: string;
            indicator: string;
            /** @enum {string} */
            is: "above" | "below";
            lower: number;
            /** @description Days the usual band was worked out from. */
            points: number;
            upper: number;
            value: number;
            /** @description Values it speaks of. */
            values: string[];
            words: string;
        };
        JudgedFinding: {
            /** @description Places that are accepted for now, and for which of the promises behind it. */
            accepted: {
                commitments: string[];
                key: string;
            }[];
            because: components["schemas"]["Because"][];
            check: string;
            evidence: components["schemas"]["Evidence"];
            occurrences: components["schemas"]["Occurrence"][];
            verdict: components["schemas"]["Verdict"];
        };
        JudgedFlow: {
            cells: components["schemas"]["Cell"][];
            /** @description Fingerprint of the flow with everything it leans on. */
            closure: string;
            customerFacing: boolean | "unknown";
            evaluation: components["schemas"]["Evaluation"];
            failures: components["schemas"]["EvaluationFailure"][];
            fingerprint: string;
            id: string;
            /** @enum {string} */
            kind: "chatbot" | "email-campaign" | "scheduling" | "social" | "back-office" | "other" | "unknown";
            name: string;
            overlays: components["schemas"]["OverlayOnFlow"][];
            /** @description Rises when what the flow does, or its name, changes. */
            revision: number;
            source: string;
            /** @enum {string} */
            standing: "not-assessed" | "blocked" | "needs-adjustment" | "needs-answers" | "aligned";
            state: components["schemas"]["FlowState"];
            /** Format: date-time */
            updatedAt: string;
        } | null;
        /** @description How far the judging of a business has come. */
        JudgingProgress: {
            /** @description Have answers to everything the profile asks. */
            done: number;
            /**
             * Format: date-time
             * @description When the last run ended; null while one goes on.
             */
            endedAt: string | null;
            /** @description Of those done, how many are parked by a fault of ours. */
            failed: number;
            /** @description Current flows: published versions and drafts. */
            flows: number;
            /** @description Judgements in this run, or in the last one when nothing is missing. */
            judged: number;
            /**
             * Format: date-time
             * @description When something was last judged in it.
             */
            lastAt: string | null;
            /** @description Something is missing and has not been judged for too long. */
            late: boolean;
            left: number;
            /** @description At most 100. `POST {href}/retry` has one tried again. */
            parked: {
                failures: components["schemas"]["EvaluationFailure"][];
                href: string;
                id: string;
                name: string;
                source: string;
                state: components["schemas"]["FlowState"];
            }[];
            /** @description Flows a second in this run, or in the last one. */
            rate: number | null;
            /** @description At that rate; null where nothing can be said. */
            secondsLeft: number | null;
            /**
             * Format: date-time
             * @description Since when something is missing; null when nothing is.
             */
            since: string | null;
        };
        KeptDecision: {
            /** @description Id of the key that asked. */
            actor: string;
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
            id: string;
            /** @description The answer in one sentence. */
            message: string;
            obligations: components["schemas"]["Obligation"][];
            /** @description What commitments at `observe` would have said; recorded, never acted on. */
            observed: components["schemas"]["Reason"][];
            /** @description Gravest first. */
            reasons: components["schemas"]["Reason"][];
            /** @description Stands for the recipient: the same for the same person, and no address. */
            recipient: string | null;
            request: components["schemas"]["KeptRequest"];
            /** @description Version of the profile as it was put; null without a profile. */
            revision: number | null;
            versions: components["schemas"]["AnswerVersions"];
        };
        /** @description Without content and address. */
        KeptRequest: {
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
            recipient?: {
                /** @description ISO 3166 code of the country a phone number without a prefix belongs to, e.g. `DE`. */
                country?: string | null;
                /** @description BCP 47 language tag the recipient reads, e.g. `de-AT`. */
                locale?: string | null;
                /** @description IANA time zone the recipient lives in, e.g. `Europe/Berlin`. */
                timeZone?: string | null;
            } | null;
        };
        /** @description A key, without its secret: that is shown once, when it is made. */
        Key: {
            /** @description The business it is bound to; null for admin keys. */
            business: string | null;
            /** Format: date-time */
            createdAt: string;
            id: string;
            /** Format: date-time */
            lastUsedAt: string | null;
            name: string;
            /** Format: date-time */
            revokedAt: string | null;
            scopes: components["schemas"]["KeyScope"][];
        };
        KeyList: {
            items: components["schemas"]["Key"][];
        };
        /**
         * @description `read`: see. `answer`: say yes or no to what waits, answer questions, vouch for practices, close hand-overs, acknowledge alerts. `write`: that, and put profile and flows, accept faults, sign off. `decide`: ask for decisions. `gate`: ask at saving and publishing. `admin`: everything, everywhere.
         * @enum {string}
         */
        KeyScope: "read" | "answer" | "write" | "decide" | "gate" | "admin";
        LinkChange: {
            /** @enum {string} */
            change: "added" | "removed";
            /** @description Name of the step. */
            from: string;
            input: number;
            /** @description `main`, `error`, `ai_tool` ... */
            kind: string;
            output: number;
            to: string;
        };
        /** @description Every current flow against every value of the profile. */
        Matrix: {
            business: components["schemas"]["Business"];
            checks: {
                version: string;
            };
            evaluation: components["schemas"]["Progress"];
            flows: components["schemas"]["MatrixRow"][];
            /** @description null: this business has no profile yet. */
            profile: {
                hash: string;
                name: string;
                revision: number;
                version: string;
            } | null;
            standings: {
                aligned?: number;
                blocked?: number;
                "needs-adjustment"?: number;
                "needs-answers"?: number;
                "not-assessed"?: number;
            };
            values: {
                id: string;
                title: string;
            }[];
        };
        MatrixRow: {
            cells: components["schemas"]["Cell"][];
            /** @description Fingerprint of the flow with everything it leans on. */
            closure: string;
            customerFacing: boolean | "unknown";
            draft: components["schemas"]["JudgedFlow"];
            evaluation: components["schemas"]["Evaluation"];
            failures: components["schemas"]["EvaluationFailure"][];
            fingerprint: string;
            id: string;
            /** @enum {string} */
            kind: "chatbot" | "email-campaign" | "scheduling" | "social" | "back-office" | "other" | "unknown";
            name: string;
            overlays: components["schemas"]["OverlayOnFlow"][];
            /** @description Rises when what the flow does, or its name, changes. */
            revision: number;
            source: string;
            /** @enum {string} */
            standing: "not-assessed" | "blocked" | "needs-adjustment" | "needs-answers" | "aligned";
            state: components["schemas"]["FlowState"];
            /** Format: date-time */
            updatedAt: string;
        };
        /** @description Who a key is. */
        Me: {
            /** @description The business the key is bound to; null for an admin key. */
            business: {
                id: string;
                name: string;
            } | null;
            key: {
                id: string;
                name: string;
                scopes: components["schemas"]["KeyScope"][];
            };
        };
        Neighbour: {
            /**
             * @description Called by this flow, directly or by what it calls; takes its failures; or answers the same conversation.
             * @enum {string}
             */
            as: "sub-flow" | "error-flow" | "conversation";
            fingerprint: string;
            id: string;
            name: string;
        };
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
        Occurrence: {
            /** @description What to change, in a few words. */
            adjustment?: string;
            evidence: components["schemas"]["Evidence"];
            /** @description Stable over edits that do not touch this place; waivers are bound to it. */
            key: string;
            /** @description What holds or what is wrong for whom, then what to do. */
            message: string;
            /** @description For `unknown`: the one question a person can answer. */
            question?: string;
            /** @description This place does not only keep the value, it serves it. */
            serves?: boolean;
            /** @description The steps this is about. */
            steps: components["schemas"]["StepRef"][];
            verdict: components["schemas"]["Verdict"];
            /** @description The path that proves it: the way there is, or the way that never arrives. */
            witness: components["schemas"]["StepRef"][];
        };
        /** @description How the indicators of each value have moved. */
        OutcomeSeries: {
            /** Format: date-time */
            since: string;
            values: {
                series: {
                    indicator: string;
                    points: {
                        count: number;
                        /** @description UTC, `2026-11-25`. */
                        day: string;
                        least: number;
                        mean: number;
                        most: number;
                    }[];
                }[];
                title: string | null;
                /** @description Id of the value; null for indicators that no value is known for. */
                value: string | null;
            }[];
        };
        /** @description What somebody has added to what was found. */
        OverlayOnFlow: {
            by: string;
            /** @description Reason, or answer, in their words. */
            comment: string;
            /** @description Of an answer: the promise is kept there, or not. */
            holds: boolean | null;
            id: string;
            /** @description Keys of the occurrences it speaks of. */
            keys: string[];
            /** @enum {string} */
            kind: "attestation" | "waiver";
            /**
             * @description null: it counts. Else its time is over, what it spoke of was changed, or nothing is asked there any more.
             * @enum {string|null}
             */
            lapsed: "time" | "changed" | "not-asked" | null;
            /** Format: date-time */
            until: string | null;
        };
        /** @description What somebody has added to what was found: sign-off, answer, waiver, practice. */
        Oversight: {
            /** @description Keys of occurrences; of a practice its id; of a sign-off the fingerprint. */
            about: string[];
            /** @description The key it came with. */
            actor: string;
            /** Format: date-time */
            at: string;
            /** @description The person who says so. */
            by: string;
            comment: string;
            /** @description null: of the whole business. Without a name: the flow was removed. */
            flow: {
                id: string;
                name: string | null;
                source: string;
            } | null;
            /** @description Of an answer: the promise is kept there, or not. */
            holds: boolean | null;
            id: string;
            /** @enum {string} */
            kind: "sign-off" | "attestation" | "waiver" | "practice";
            /** @description What was answered. */
            question: string | null;
            /** @enum {string} */
            state: "holds" | "lapses-soon" | "not-asked" | "lapsed" | "revoked";
            /** Format: date-time */
            until: string | null;
            /** @description Why it counts no more, or when it ends. */
            why: string | null;
        };
        OversightPage: {
            items: components["schemas"]["Oversight"][];
            next: string | null;
        };
        /** @enum {string} */
        OwnFactKind: "text" | "number" | "yes-no";
        /** @description A rule of your own, kept with its examples. */
        OwnRule: {
            actions: string[];
            channels?: string[];
            /** @description Requests that must pass and must fail. `caller` and `action` may be left out. */
            examples: {
                fail: {
                    [key: string]: unknown;
                }[];
                pass: {
                    [key: string]: unknown;
                }[];
            };
            id: string;
            /** @description What to say where it is not true. */
            message: string;
            /**
             * @description CEL expression over the request that is true where all is well.
             * @example amount <= 50 || reviewedBy != ""
             */
            must: string;
        };
        /** @description Somebody of the business whom a flow can hand over to. */
        Person: {
            name: string;
            /**
             * @description Where automations reach this person: an address, a channel, a chat id.
             * @default []
             * @example [
             *       "#help",
             *       "maria@bookshop.example"
             *     ]
             */
            reach?: string[];
            role?: string;
        };
        /** @description Something only people can vouch for. */
        Practice: {
            /**
             * @description Kinds of flows it is asked for; empty means every flow.
             * @default []
             */
            appliesTo?: ("chatbot" | "email-campaign" | "scheduling" | "social" | "back-office" | "other")[];
            id: string;
            /** @description What people do, e.g. "Have the voice of our chatbot reviewed". */
            title: string;
            /**
             * @description How long an attestation of it holds.
             * @default 365
             */
            validForDays?: number;
        };
        Problem: {
            /**
             * @description The stable name of this kind of problem.
             * @enum {string}
             */
            code: "invalid-json" | "invalid-input" | "unauthenticated" | "forbidden" | "not-found" | "method-not-allowed" | "conflict" | "idempotency-conflict" | "not-judged" | "not-waivable" | "already-answered" | "already-closed" | "content-expired" | "precondition-failed" | "too-large" | "unsupported-media" | "edit-blocked" | "invalid-profile" | "no-workflow" | "id-mismatch" | "invalid-resume" | "no-mail-server" | "address-refused" | "unknown-source" | "internal" | "unavailable";
            /** @description Column in that line, from 1. */
            column?: number;
            /** @description What it is about this time. */
            detail: string;
            /** @description What to do about it. */
            fix: string;
            /** @description Line of the body at which JSON breaks, from 1. */
            line?: number;
            /** @description Every place that is wrong. */
            problems?: {
                message: string;
                path: string;
            }[];
            /** @description Names this request in the server log. */
            requestId: string;
            status: number;
            title: string;
            /** @description Where this kind of problem is described, below this server. */
            type: string;
        };
        /** @description What a business values, what it promises, and how strictly each promise holds. */
        Profile: {
            /**
             * @description BCP 47 language tag customers are written to in.
             * @example en
             */
            language?: string;
            /** @description Name of the business. */
            name: string;
            /**
             * @description Actions of your own that rules are bound to.
             * @default []
             * @example [
             *       "voucher.give"
             *     ]
             */
            ownActions?: string[];
            /**
             * @description Channels of your own that rules are bound to.
             * @default []
             * @example [
             *       "loudspeaker"
             *     ]
             */
            ownChannels?: string[];
            /**
             * @description Facts that your own rules may read, beside those every request can have.
             * @default {}
             */
            ownFacts?: {
                [key: string]: components["schemas"]["OwnFactKind"];
            };
            /** @default [] */
            ownRules?: components["schemas"]["OwnRule"][];
            /** @default [] */
            people?: components["schemas"]["Person"][];
            /**
             * @description Version of this file format.
             * @enum {number}
             */
            profile: 1;
            trade?: string;
            /** @default [] */
            values?: components["schemas"]["Value"][];
            /**
             * @description Your own version of this document.
             * @default 1
             */
            version?: string;
        };
        ProfilePreview: {
            decisions: {
                after: {
                    allow?: number;
                    block?: number;
                    error?: number;
                    "needs-human"?: number;
                    "no-policy"?: number;
                };
                before: {
                    allow?: number;
                    block?: number;
                    error?: number;
                    "needs-human"?: number;
                    "no-policy"?: number;
                };
                changes: {
                    after: components["schemas"]["AnswerKind"];
                    /** @description The most frequent reasons, in your own words. */
                    because: string[];
                    before: components["schemas"]["AnswerKind"];
                    count: number;
                    /** @description Ids of a few of these decisions. */
                    examples: string[];
                }[];
                compared: number;
                /** @description Not compared, because their content is not kept any more. */
                contentGone: number;
                days: number;
                total: number;
            };
            flows: {
                changed: {
                    /** @enum {string} */
                    after: "not-assessed" | "blocked" | "needs-adjustment" | "needs-answers" | "aligned";
                    /** @enum {string} */
                    before: "not-assessed" | "blocked" | "needs-adjustment" | "needs-answers" | "aligned";
                    id: string;
                    name: string;
                    source: string;
                }[];
                total: number;
            };
            /** @description What would change, in sentences. */
            summary: string[];
        };
        /** @description `version` is what the document says of itself; `revision` counts what was put. */
        ProfileUsed: {
            hash: string;
            name: string;
            revision: number;
            version: string;
        } | null;
        ProfileVersion: {
            /** Format: date-time */
            createdAt: string;
            /** @description Id of the key that put it. */
            createdBy: string;
            etag: string;
            hash: string;
            profile: components["schemas"]["Profile"];
            /** @description From 1, one more with every change. */
            version: number;
        };
        /** @description How many current flows have answers to everything the profile asks. */
        Progress: {
            done: number;
            /** @description Judged as far as it went; something failed on our side and is parked. */
            failed: number;
            flows: number;
            missing: number;
        };
        PutFlow: {
            state: components["schemas"]["FlowState"];
            /** @description As n8n exports it. Pinned, static and credential data are not kept. */
            workflow: {
                [key: string]: unknown;
            };
        };
        PutFlowResult: {
            evaluation: components["schemas"]["Evaluation"];
            fingerprint: string;
            revision: number;
            state: components["schemas"]["FlowState"];
        };
        PutProfileResult: {
            /** Format: date-time */
            createdAt: string;
            /** @description Id of the key that put it. */
            createdBy: string;
            etag: string;
            evaluation: components["schemas"]["Evaluation"];
            hash: string;
            /** @description From 1, one more with every change. */
            version: number;
        };
        Readiness: {
            /**
             * @description `late`: something should have been judged and has not been for too long. `unknown`: not looked at yet.
             * @enum {string}
             */
            judging: "in-time" | "late" | "unknown";
            /** @enum {string} */
            status: "ready";
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
        Recorded: {
            ids: string[];
            /** @description New ones; those that were there already are not counted. */
            recorded: number;
        };
        RecordOutcome: {
            /** Format: date-time */
            at: string;
            /** @description Id of the decision it came from. */
            decision?: string;
            flow?: {
                id: string;
                source: string;
            };
            /** @description Names this outcome: recorded again, it is the same one. Else what it says names it. */
            id?: string;
            /**
             * @description A known indicator, or one of your own as `<value>/<name>`.
             * @example retention
             */
            indicator: string;
            value: number;
        };
        RecordUnanswered: {
            actions: components["schemas"]["UnansweredAction"][];
        };
        Replay: {
            /** @description Asked again under the profile of then. */
            again: {
                answer: components["schemas"]["AnswerKind"];
                /** @description What differs, in words. */
                differences: string[];
                message: string;
                obligations: components["schemas"]["Obligation"][];
                /** @description Gravest first. */
                reasons: components["schemas"]["Reason"][];
                /** @description Version of the profile as it was put. */
                revision: number | null;
                /** @description The same answer as the recorded one, reasons and all. */
                same: boolean;
            };
            decision: string;
            recorded: {
                answer: components["schemas"]["AnswerKind"];
                message: string;
            };
            /** @description The rules have the same versions as then. */
            sameRules: boolean;
            /** @description Asked under the profile of today, with the clock and the counters of then. A counter that was not read then is unknown. */
            today: {
                answer: components["schemas"]["AnswerKind"];
                /** @description What differs, in words. */
                differences: string[];
                message: string;
                obligations: components["schemas"]["Obligation"][];
                /** @description Gravest first. */
                reasons: components["schemas"]["Reason"][];
                /** @description Version of the profile as it was put. */
                revision: number | null;
                /** @description The same answer as the recorded one, reasons and all. */
                same: boolean;
            };
        };
        ReportFlow: {
            /** @description The version in the editor; null if it is gone or archived. */
            draft: {
                [key: string]: unknown;
            } | null;
            /** @description The version that runs; null if none does. */
            live: {
                [key: string]: unknown;
            } | null;
        };
        /** @description One thing that was said. */
        Said: {
            /** @description When it was said, as you have it. */
            at?: string;
            /**
             * @description Who said it.
             * @enum {string}
             */
            from: "customer" | "automation" | "person";
            text: string;
        };
        SeeApprovals: {
            ids: string[];
        };
        SetSourceKey: {
            /** @description A key of its public API that may list and read workflows. Kept encrypted, never shown. */
            key: string;
        };
        SettingChange: {
            after: string | null;
            /** @description Cut short; what looks like a secret is masked. */
            before: string | null;
            /** @description Where the setting stands, e.g. `parameters.options.subject`. */
            path: string;
        };
        /** @description Accepts a flow as it stands. */
        SignOff: {
            /**
             * @description The person who says so.
             * @example Maria
             */
            by: string;
            /** @description `closure` of the version that was looked at; if the flow, or what it leans on, is another one now, nothing is kept. */
            closure?: string;
            /**
             * @description In their own words.
             * @default
             */
            comment?: string;
            /** @description The version that was looked at; if another one stands there now, nothing is signed. */
            fingerprint?: string;
            /** @description Hash of the profile that it was held against; if that was changed since, nothing is signed. */
            profile?: string;
            /**
             * @description How it stood when it was looked at; if it stands otherwise now, nothing is signed.
             * @enum {string}
             */
            standing?: "not-assessed" | "blocked" | "needs-adjustment" | "needs-answers" | "aligned";
            /**
             * @description What runs, or the draft. Left out: what runs, or the draft where nothing does.
             * @enum {string}
             */
            state?: "published" | "draft";
        };
        SnapshotPlace: {
            check: string;
            commitment: string;
            enforcement: components["schemas"]["Enforcement"];
            evidence: components["schemas"]["Evidence"];
            /** @description Key of the occurrence. */
            key: string;
            message: string;
            question: string | null;
            value: string;
            waived: boolean;
        };
        SnoozeAlert: {
            /** @description Name of the person who says so. */
            by: string;
            comment?: string;
            /**
             * Format: date-time
             * @description Within 30 days.
             */
            until: string;
        };
        /** @description Another system whose flows are read by themselves. */
        Source: {
            allowPrivate: boolean;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            detail: string | null;
            /** @description Attempts that failed since it was read last. */
            failures: number;
            /** @description Workflows it had when it was read last, archived ones left out. */
            flows: number;
            id: string;
            /** @enum {string} */
            kind: "n8n";
            /** Format: date-time */
            lastReadAt: string | null;
            /** Format: date-time */
            lastTriedAt: string | null;
            /** Format: date-time */
            nextAt: string;
            /**
             * Format: date-time
             * @description When it came into this state.
             */
            since: string;
            /** @description The `source` of its flows: `n8n`, or `n8n-` and its name. */
            source: string;
            /**
             * @description How the last attempt went. `never`: not read yet; `ok`: all of it is known; `unreachable`: no answer; `refused-key`: 401 or 403; `slow-down`: 429, left alone for as long as it asks; `failing`: 5xx; `malformed`: the answer broke off, or is none of n8n; `newer-shape`: it answers in a shape that is not known here. Whatever it is, what was known stays.
             * @enum {string}
             */
            state: "never" | "ok" | "unreachable" | "refused-key" | "slow-down" | "failing" | "malformed" | "newer-shape";
            url: string;
        };
        SourceList: {
            items: components["schemas"]["Source"][];
        };
        StepChange: {
            /** @enum {string} */
            change: "added" | "removed" | "changed" | "renamed";
            settings: components["schemas"]["SettingChange"][];
            /** @description As it is now; as it was, where it was removed. */
            step: {
                id: string;
                name: string;
                type: string;
            };
            /** @description Its name before, where it was renamed. */
            was: string | null;
        };
        /** @description A step of the flow, by id and name. */
        StepRef: {
            id: string;
            name: string;
        };
        /** @description A program that hears of events as they happen. */
        Subscription: {
            /** Format: date-time */
            createdAt: string;
            events: components["schemas"]["EventType"][];
            id: string;
            url: string;
        };
        SubscriptionList: {
            items: components["schemas"]["Subscription"][];
        };
        Summary: {
            errors: number;
            flows: number;
            /** @description JSON files in folders that hold no workflow. */
            skipped: number;
            standings: {
                aligned?: number;
                blocked?: number;
                "needs-adjustment"?: number;
                "needs-answers"?: number;
                "not-assessed"?: number;
            };
            /** @description Findings by verdict, over all flows. */
            verdicts: {
                fail?: number;
                "not-applicable"?: number;
                pass?: number;
                unknown?: number;
            };
        };
        Suppress: {
            /** @description As you have it: an e-mail address, a phone number, a chat id. */
            address: string;
            /** @description Needed for a chat id, which means something there only. */
            channel?: string;
            /** @description ISO 3166 code, for a phone number without a prefix. */
            country?: string;
            /**
             * @default marketing
             * @enum {string}
             */
            scope?: "marketing" | "all";
            /**
             * @description Where it comes from, e.g. `unsubscribe link`.
             * @default api
             */
            source?: string;
        };
        /** @description Somebody who asked not to be written to. */
        Suppression: {
            /** Format: date-time */
            at: string;
            /** @description Stands for the person; the address itself is not kept. */
            recipient: string;
            /**
             * @description `marketing`: still gets what they asked for or need. `all`: gets nothing.
             * @enum {string}
             */
            scope: "marketing" | "all";
            source: string;
        };
        SuppressionPage: {
            items: components["schemas"]["Suppression"][];
            next: string | null;
        };
        /** @description How a source stands, and what this reading of it changed. */
        SyncedSource: {
            /** @description Flows that were new or had changed. */
            changed: number;
            /** @description Flows that are gone or archived in n8n: they are closed here, not forgotten. */
            closed: number;
            source: components["schemas"]["Source"];
            /** @description Flows that were as they are known. */
            unchanged: number;
            /** @description Workflows that cannot be read here; what was known of them stays. */
            unreadable: number;
        };
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
        UnansweredRecorded: {
            /** @description New ones; those that were there already are not counted. */
            recorded: number;
        };
        Value: {
            /** @default [] */
            commitments?: components["schemas"]["Commitment"][];
            id: string;
            /** @description What this value means to this business. */
            statement?: string;
            title: string;
        };
        /**
         * @description What a check says about one place, or about the flow: its worst place.
         * @enum {string}
         */
        Verdict: "pass" | "fail" | "unknown" | "not-applicable";
        /** @description Accepts a fault as it is, until a time. */
        WaiveFault: {
            /**
             * @description The person who accepts it and answers for it.
             * @example Maria
             */
            by: string;
            /** @description `closure` of the version that was looked at; if the flow, or what it leans on, is another one now, nothing is kept. */
            closure?: string;
            /** @description Only faults that this promise finds; every promise that asks the very same goes along. Left out: every fault there. */
            commitment?: string;
            /** @description Keys of the occurrences that are accepted. */
            keys: string[];
            /** @description Why it is accepted. */
            reason: string;
            /**
             * Format: date-time
             * @description When it ends by itself; a year from now at most.
             * @example 2026-12-31T17:00:00+01:00
             */
            until: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
interface operations {
    getDocs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page that loads nothing from elsewhere. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the text format. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDescription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An OpenAPI 3.1 document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBusinesses: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                /** @description At most so many at once. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of businesses, by id. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BusinessPage"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createBusiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateBusiness"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    /** @description Address of the business. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Business"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: There is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBusiness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The business. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Business"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteBusiness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAlertSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Digest, time of day and time zone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertSettings"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putAlertSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlertSettings"];
            };
        };
        responses: {
            /** @description As it is from now on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertSettings"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAlertTargets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The targets, without secrets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertTargetList"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addAlertTarget: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddAlertTarget"];
            };
        };
        responses: {
            /** @description They are told from now on. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedAlertTarget"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: There is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `address-refused`: This address may not be called. `no-mail-server`: This Plumbline has no mail server. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeAlertTarget: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
                target: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing is sent there any more, not even what waits. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAlerts: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                /** @description At most so many at once. */
                limit?: number;
                state?: "open" | "acknowledged" | "recovered";
            };
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of alerts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertPage"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acknowledgeAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alert: string;
                business: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcknowledgeAlert"];
            };
        };
        responses: {
            /** @description As it stands now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alert"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: There is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    snoozeAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alert: string;
                business: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SnoozeAlert"];
            };
        };
        responses: {
            /** @description As it stands now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alert"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: There is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApprovals: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                /** @description At most so many at once. */
                limit?: number;
                /** @description `expired`: nobody answered in time. Silence never approves. */
                state?: components["schemas"]["ApprovalState"];
            };
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of approvals. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalPage"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                approval: string;
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The approval. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalDetail"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                approval: string;
                business: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerApproval"];
            };
        };
        responses: {
            /** @description As it stands now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalDetail"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `already-answered`: Somebody was quicker, or its time is over. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `edit-blocked`: The new text breaks a promise that you set to block. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    seeApprovals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeeApprovals"];
            };
        };
        responses: {
            /** @description How they stand. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalEnds"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConnections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connections, without secrets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionList"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddConnection"];
            };
        };
        responses: {
            /** @description Registered. `secret` is shown this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedConnection"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
                connection: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing is called by way of it any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportDecisions: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                /** @description At most so many at once. */
                limit?: number;
                /** @description Only what was decided at this moment or later. */
                since?: string;
            };
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A part of the log. */
            200: {
                headers: {
                    /** @description Where the next part is: `<...>; rel="next"`; absent on the last one. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDecisions: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                /** @description At most so many at once. */
                limit?: number;
                /** @description Only what was decided at this moment or later. */
                since?: string;
            };
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of decisions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionPage"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askDecision: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this very request: sent again with it, it is the same decision. */
                "Idempotency-Key"?: string;
            };
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskDecision"];
            };
        };
        responses: {
            /** @description The answer, with its reasons. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decision"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-conflict`: This idempotency key was used for another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-resume`: This address may not be called back. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
                decision: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The decision. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptDecision"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    releaseContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
                decision: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does not count any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
                decision: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Both answers, and what differs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replay"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `content-expired`: The content is not kept any more. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askDecisions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskDecisions"];
            };
        };
        responses: {
            /** @description The answers, in order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decisions"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-conflict`: This idempotency key was used for another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-resume`: This address may not be called back. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                /** @description At most so many at once. */
                limit?: number;
                state?: "waiting" | "delivered" | "parked" | "dropped";
            };
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of deliveries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryPage"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It waits to be sent. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDrift: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                /** @description `true`: also flows that changed without a promise being touched. */
                harmless?: "true" | "false";
                /** @description At most so many at once. */
                limit?: number;
            };
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The drift as it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Drift"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseRecipient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EraseRecipient"];
            };
        };
        responses: {
            /** @description Erased. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erased"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFlows: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                /** @description At most so many at once. */
                limit?: number;
                /** @description With flows that were removed. */
                removed?: "true" | "false";
            };
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of flows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowPage"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFlow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
                id: string;
                /** @description `n8n`, or `n8n-` and a name of yours. */
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The flow as it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowDetail"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putFlow: {
        parameters: {
            query?: never;
            header?: {
                /** @description `wait=N` waits for the findings, N in seconds. */
                Prefer?: string;
            };
            path: {
                business: string;
                id: string;
                /** @description `n8n`, or `n8n-` and a name of yours. */
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutFlow"];
            };
        };
        responses: {
            /** @description Changed, or the same as before. */
            200: {
                headers: {
                    /** @description `wait=N`, if you asked for it. */
                    "Preference-Applied"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PutFlowResult"];
                };
            };
            /** @description New. */
            201: {
                headers: {
                    /** @description Address of the flow. */
                    Location?: string;
                    /** @description `wait=N`, if you asked for it. */
                    "Preference-Applied"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PutFlowResult"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no-workflow`: This is no workflow that can be read. `id-mismatch`: The workflow carries another id than the address. `unknown-source`: No reader for this source. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteFlow: {
        parameters: {
            query?: {
                /** @description Only this one; both if left out. */
                state?: "published" | "draft";
            };
            header?: never;
            path: {
                business: string;
                id: string;
                /** @description `n8n`, or `n8n-` and a name of yours. */
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAttestations: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                /** @description At most so many at once. */
                limit?: number;
                /** @description `false` leaves out what was taken back. */
                revoked?: "true" | "false";
            };
            header?: never;
            path: {
                business: string;
                id: string;
                /** @description `n8n`, or `n8n-` and a name of yours. */
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of answers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OversightPage"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    attestAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
                id: string;
                /** @description `n8n`, or `n8n-` and a name of yours. */
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttestAnswer"];
            };
        };
        responses: {
            /** @description Kept, and laid over what was found. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Oversight"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-judged`: Nothing can be said of this flow yet. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: It has changed in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compareFlowVersions: {
        parameters: {
            query?: {
                /** @description Fingerprint. Left out: what was signed off last, or the version before `to`. */
                from?: string;
                /** @description Fingerprint. Left out: what runs, or the draft. */
                to?: string;
            };
            header?: never;
            path: {
                business: string;
                id: string;
                /** @description `n8n`, or `n8n-` and a name of yours. */
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The comparison. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowComparison"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    gateFlow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
                id: string;
                /** @description `n8n`, or `n8n-` and a name of yours. */
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskGate"];
            };
        };
        responses: {
            /** @description The verdict, in words. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GateVerdict"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no-workflow`: This is no workflow that can be read. `id-mismatch`: The workflow carries another id than the address. `unknown-source`: No reader for this source. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFlowHistory: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                /** @description At most so many at once. */
                limit?: number;
            };
            header?: never;
            path: {
                business: string;
                id: string;
                /** @description `n8n`, or `n8n-` and a name of yours. */
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of evaluations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportFlow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
                id: string;
                /** @description `n8n`, or `n8n-` and a name of yours. */
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportFlow"];
            };
        };
        responses: {
            /** @description Kept. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no-workflow`: This is no workflow that can be read. `id-mismatch`: The workflow carries another id than the address. `unknown-source`: No reader for this source. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryFlow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
                id: string;
                /** @description `n8n`, or `n8n-` and a name of yours. */
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Will be tried again. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOffFlow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
                id: string;
                /** @description `n8n`, or `n8n-` and a name of yours. */
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignOff"];
            };
        };
        responses: {
            /** @description Signed off. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Oversight"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-judged`: Nothing can be said of this flow yet. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: It has changed in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFlowVersions: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                /** @description At most so many at once. */
                limit?: number;
            };
            header?: never;
            path: {
                business: string;
                id: string;
                /** @description `n8n`, or `n8n-` and a name of yours. */
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of versions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowVersionPage"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWaivers: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                /** @description At most so many at once. */
                limit?: number;
                /** @description `false` leaves out what was taken back. */
                revoked?: "true" | "false";
            };
            header?: never;
            path: {
                business: string;
                id: string;
                /** @description `n8n`, or `n8n-` and a name of yours. */
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of waivers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OversightPage"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    waiveFault: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
                id: string;
                /** @description `n8n`, or `n8n-` and a name of yours. */
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WaiveFault"];
            };
        };
        responses: {
            /** @description Accepted. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Oversight"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-judged`: Nothing can be said of this flow yet. `not-waivable`: This promise does not let that be accepted. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: It has changed in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHandovers: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                /** @description At most so many at once. */
                limit?: number;
                state?: components["schemas"]["HandoverState"];
            };
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverPage"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openHandover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOver"];
            };
        };
        responses: {
            /** @description It waits for a person. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handover"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-conflict`: This idempotency key was used for another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHandover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
                handover: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The conversation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverDetail"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeHandover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
                handover: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseHandover"];
            };
        };
        responses: {
            /** @description As it stands now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverDetail"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `already-closed`: Somebody has seen to it already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys, revoked ones included, without their secrets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyList"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateKey"];
            };
        };
        responses: {
            /** @description Made. `secret` is shown this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedKey"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked, from now on and for good. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMatrix: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The matrix as it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Matrix"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOutcomes: {
        parameters: {
            query?: {
                /** @description So many days up to today. */
                days?: number;
            };
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Time series by value. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeSeries"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordOutcomes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordOutcome"] | components["schemas"]["RecordOutcome"][];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-conflict`: This idempotency key was used for another request. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOversight: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                /** @description Only these. */
                kind?: "sign-off" | "attestation" | "waiver" | "practice";
                /** @description At most so many at once. */
                limit?: number;
                /** @description `false` leaves out what was taken back. */
                revoked?: "true" | "false";
            };
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of entries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OversightPage"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeOversight: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
                oversight: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken back. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    attestPractice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
                practice: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttestPractice"];
            };
        };
        responses: {
            /** @description Kept. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Oversight"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProfile: {
        parameters: {
            query?: {
                /** @description The latest if left out. */
                version?: number;
            };
            header?: {
                /** @description Tags of versions you have. */
                "If-None-Match"?: string;
            };
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version. */
            200: {
                headers: {
                    /** @description Tag of this version, for `If-Match` and `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileVersion"];
                };
            };
            /** @description You have it. */
            304: {
                headers: {
                    /** @description Tag of this version, for `If-Match` and `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putProfile: {
        parameters: {
            query?: never;
            header?: {
                /** @description Only if this version is the current one. */
                "If-Match"?: string;
                /** @description `*`: only if there is no profile yet. */
                "If-None-Match"?: string;
            };
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Profile"];
            };
        };
        responses: {
            /** @description A later version, or unchanged. */
            200: {
                headers: {
                    /** @description Tag of this version, for `If-Match` and `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PutProfileResult"];
                };
            };
            /** @description The first version. */
            201: {
                headers: {
                    /** @description Tag of this version, for `If-Match` and `If-None-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PutProfileResult"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: It has changed in the meantime. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-profile`: The values profile cannot be used. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewProfile: {
        parameters: {
            query?: {
                /** @description Decisions of so many last days are asked again. */
                days?: number;
            };
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Profile"];
            };
        };
        responses: {
            /** @description What would change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfilePreview"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-profile`: The values profile cannot be used. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProgress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JudgingProgress"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSources: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sources and how each stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceList"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddSource"];
            };
        };
        responses: {
            /** @description It is read within a minute. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: There is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `address-refused`: This address may not be called. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
                /** @description Id of the source. */
                from: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The source. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
                /** @description Id of the source. */
                from: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is read no more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setSourceKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
                /** @description Id of the source. */
                from: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetSourceKey"];
            };
        };
        responses: {
            /** @description The source. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    syncSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
                /** @description Id of the source. */
                from: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it stands, and what changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncedSource"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSubscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The subscriptions, without secrets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionList"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddSubscription"];
            };
        };
        responses: {
            /** @description Made. `secret` is shown this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedSubscription"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: There is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `address-refused`: This address may not be called. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
                subscription: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The subscription, without its secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
                subscription: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing is sent to it any more, not even what waits. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSuppressions: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                /** @description At most so many at once. */
                limit?: number;
            };
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuppressionPage"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suppress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Suppress"];
            };
        };
        responses: {
            /** @description Noted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suppression"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unsuppress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
                recipient: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are not on it any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordUnanswered: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                business: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordUnanswered"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnansweredRecorded"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckWorkflow"];
            };
        };
        responses: {
            /** @description The report. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckReport"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no-workflow`: This is no workflow that can be read. `invalid-profile`: The values profile cannot be used. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChecks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every check, by id. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckList"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAdminKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys, revoked ones included, without their secrets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyList"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAdminKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAdminKey"];
            };
        };
        responses: {
            /** @description Made. `secret` is shown this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedKey"];
                };
            };
            /** @description `invalid-json`: The body is not valid JSON. `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeAdminKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked, from now on and for good. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: This key may not do that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key, and its business. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `invalid-input`: The request has the wrong shape. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The store cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
