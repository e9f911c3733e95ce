# Everything that is deployed. What a function may do, and how long it may take, is in the config.arc beside its code.
@app
pm-workbench

@aws
runtime nodejs24.x
architecture arm64
region us-east-1
memory 512
timeout 30

@http
/*
  method any
  src build/functions/server

# Vite builds for /_static/ and fingerprints; API Gateway takes /_static/ off again on the way to the bucket.
@static
folder build/remix/client
fingerprint external

@tables
workbench
  PK *String
  SK **String
  stream true
  expiresAt TTL
  PointInTimeRecovery true

# Sparse; what they carry is src/adapters/dynamo/index-attributes.ts, which a test compares.
@tables-indexes
workbench
  GSI1PK *String
  GSI1SK **String
  name GSI1
  projection type id projectId title status version importance refs createdAt updatedAt decideBy at kind text ref actId escalationId

workbench
  GSI2PK *String
  GSI2SK **String
  name GSI2
  projection type id projectId title status version importance refs createdAt updatedAt decideBy at kind text ref actId escalationId

@tables-streams
workbench
  src build/functions/on-change

# A slot is the scheduled time, so the tick is a cron on the quarter hour: a rate() would start whenever it was deployed.
@scheduled
tick
  cron 0/15 * * * ? *
  src build/functions/tick

release-holds
  rate 1 minute
  src build/functions/release-holds

@plugins
state-machine
  src src/plugins/state-machine.ts

appsync
  src src/plugins/appsync.ts

stream
  src src/plugins/stream.ts

roles
  src src/plugins/roles.ts

sandbox
  src src/plugins/sandbox.ts
