import type { Catalogue } from './entry.ts';
import {
  always,
  code,
  deletes,
  each,
  internal,
  makesMedia,
  outside,
  reads,
  recordSystem,
  transforms,
  types,
  writes,
} from './verbs.ts';

/** Databases, spreadsheets, files, task lists, CRMs: what keeps records and reaches nobody by itself. */
export const records: Catalogue = {
  ...types(
    'googleSheets airtable notion postgres mySql supabase mongoDb dataTable googleDrive googleDocs clickUp asana microsoftExcel ' +
      'pipedrive zohoCrm ' +
      'adalo affinity agileCrm awsDynamoDb awsS3 azureCosmosDb azureStorage bambooHr baserow bitly bitwarden box bubble circleCi clockify coda ' +
      'copper cortex crateDb databricks dropbox elasticsearch elasticSecurity confluence erpNext flow ftp git gitlab ' +
      'googleAnalytics googleBigQuery googleCloudStorage googleContacts googleFirebaseCloudFirestore ' +
      'googleFirebaseRealtimeDatabase googleSlides googleTasks grist gSuiteAdmin harvest jenkins koBoToolbox ldap ' +
      'marketstack metabase microsoftDynamicsCrm microsoftEntra microsoftGraphSecurity microsoftOneDrive microsoftSharePoint ' +
      'microsoftSql microsoftToDo misp mondayCom monicaCrm nextCloud nocoDb npm odoo okta onfleet orbit oura postHog ' +
      'profitWell questDb quickbase raindrop rundeck s3 salesmate seaTable segment snowflake splunk spotify stackby strava ' +
      'taiga tapfiliate timescaleDb travisCi unleashedSoftware uptimeRobot venafiTlsProtectCloud venafiTlsProtectDatacenter wekan ' +
      'yourls netlify awsCognito awsIam awsElb awsCertificateManager cloudflare citrixAdc oracleDatabase currents gong googleAds ' +
      'grafana microsoftDataverse microsoftExcelSharePoint n8n n8nTrainingCustomerDatastore humanticAi philipsHue',
    recordSystem({
      // Colleagues are shown a file or let in; what a service mails them about it is its own text.
      ...each(
        'file.share folder.share drive.share user.invite boardMember.invite event.publish publish',
        writes,
      ),
      // A comment among people who work on the same records.
      ...each(
        'comment.create comment.update taskComment.add taskComment.remove page.addComment caseComment.add',
        writes,
      ),
      ...each(
        'cardComment.create cardComment.update issue.createComment conversationMessage.add conversationMessage.update',
        writes,
      ),
      ...each(
        'note.create note.update call.create call.update conversation.create conversation.update',
        writes,
      ),
      ...each('list.customFields row.rowExists row.rowNotExists questions.resultData', reads),
      ...each('player.nextSong player.previousSong player.volume', writes),
      ...each('instance.quietDown instance.safeRestart instance.safeExit instance.exit', outside),
      'team.autoDispatch': writes,
      // Asks the service's own assistant about the data that is kept there.
      ...each('genie.createMessage genie.executeMessageQuery modelServing.queryEndpoint', outside),
    }),
  ),
  ...types('redis', recordSystem({ publish: outside })),
  ...types(
    'github',
    recordSystem({
      ...each('issue.createComment pullRequest.createComment pullRequest.editComment user.invite', writes),
      // Waits for another system, not for a person.
      ...each('workflow.dispatch workflow.dispatchAndWait', outside),
    }),
  ),
  ...types(
    'trello',
    recordSystem({ ...each('cardComment.create cardComment.update boardMember.invite', writes) }),
  ),
  ...types('todoist', recordSystem({ ...each('comment.create comment.update', writes) })),
  ...types('filemaker', {
    operation: 'record',
    operationParameter: 'action',
    needsParameters: true,
    operations: {
      ...each('find record records', reads),
      ...each('create duplicate edit', writes),
      delete: deletes,
      performscript: code,
    },
  }),
  // Other systems listen behind a queue, so what follows is not in the file.
  ...types('amqp kafka mqtt rabbitmq awsSqs', {
    needsParameters: true,
    operations: { deleteMessage: internal('takes a message that was read off the queue'), '*': outside },
  }),
  ...types('graphql httpRequest awsLambda', always(outside)),
  ...types('postBin', recordSystem({ 'request.send': outside, 'request.removeFirst': deletes })),
  ...types(
    'homeAssistant',
    recordSystem({ 'service.call': outside, 'event.create': outside, 'log.getErroLogs': reads }),
  ),
  ...types('phantombuster', recordSystem({ ...each('agent.launch agent.launchSync', outside) })),
  ...types('airtop', {
    needsParameters: true,
    operations: {
      ...each('interaction.* agent.* window.load', outside),
      ...each(
        'extraction.* file.get file.getMany window.list window.getLiveView window.takeScreenshot',
        reads,
      ),
      'file.deleteFile': deletes,
      ...each('file.* session.* window.*', internal('keeps a browser session of its own')),
    },
  }),
  // Most of its tools look something up; those named `send...` write to people over a service of its own.
  ...types('uproc', {
    operationParameter: 'tool',
    needsParameters: true,
    operations: {
      ...each(
        'sendEmailCustom sendMobileSms sendLinkedinInvitation sendLinkedinInvitationOrMessage',
        outside,
      ),
      ...each('sendLinkedinVisit sendLinkedinMessage sendPersonEmailToList sendPersonProfileToList', outside),
      '*': reads,
    },
  }),
  ...types(
    'rssFeedRead openWeatherMap nasa hunter clearbit dropcontact uplead Brandfetch coinGecko googleBooks urlScanIo ' +
      'securityScorecard peekalink oneSimpleApi dhl loneScale mailcheck openThesaurus jinaAi',
    always(reads, false),
  ),
  ...types('bannerbear apiTemplateIo', recordSystem({ ...each('image.create pdf.create', makesMedia) })),
  ...types('quickChart', always(transforms, false)),
};
