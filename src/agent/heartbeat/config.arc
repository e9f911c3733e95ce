@aws
timeout 60
memory 512
policies
  read-settings
  read-jira-secret
  read-asana-secret
  read-graph-secret
