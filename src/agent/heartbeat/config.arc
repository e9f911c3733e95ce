@aws
timeout 60
memory 512
policies
  read-settings
  keep-patience
  read-jira-secret
  read-asana-secret
  read-graph-secret
